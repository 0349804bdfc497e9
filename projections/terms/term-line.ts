import { type Dated, type TermName, type TermsRecord, termNames } from '@tenure/terms';

/** A statement in lists and exports. */
export interface TermLine {
  readonly term: TermName;
  /** Of a margin. */
  readonly currency: string | null;
  readonly product: string | null;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly withdrawn: boolean;
  /** Of a margin. */
  readonly share: number | null;
  /** Of a discount rate. */
  readonly rate: number | null;
  readonly horizon: string | null;
  readonly reason: string;
  readonly statedBy: string;
  readonly statedAt: string;
  readonly position: string;
}

export const termColumns = [
  'term',
  'currency',
  'product',
  'from',
  'withdrawn',
  'share',
  'rate',
  'horizon',
  'reason',
  'statedBy',
  'statedAt',
  'position',
] as const;

/** By term, in the order of each list. */
export function termLines({ margins, discountRates, horizons }: TermsRecord): TermLine[] {
  return [
    ...margins.map((stated) => line('margin', stated, { share: stated.value }, stated)),
    ...discountRates.map((stated) => line('discount-rate', stated, { rate: stated.value })),
    ...horizons.map((stated) => line('horizon', stated, { horizon: stated.value })),
  ];
}

type Said = Partial<Pick<TermLine, 'share' | 'rate' | 'horizon'>>;
type Scope = Pick<TermLine, 'currency' | 'product'>;
const everything: Scope = { currency: null, product: null };

function line(term: TermName, stated: Dated<unknown>, { share = null, rate = null, horizon = null }: Said, { currency, product } = everything): TermLine {
  const { from, value, reason, statedBy, statedAt, position } = stated;
  return {
    term,
    currency,
    product,
    from,
    withdrawn: value === null,
    share,
    rate,
    horizon,
    reason,
    statedBy,
    statedAt: new Date(statedAt).toISOString(),
    position,
  };
}

/** By term, currency and product. */
export function byScope(left: TermLine, right: TermLine): number {
  const scopeOf = ({ term, currency, product }: TermLine): string => `${termNames.indexOf(term)} ${currency ?? ''} ${product ?? ''}`;
  return scopeOf(left) < scopeOf(right) ? -1 : 1;
}

/** In the order of recording. */
export const asRecorded = (left: TermLine, right: TermLine): number => (left.position < right.position ? -1 : 1);
