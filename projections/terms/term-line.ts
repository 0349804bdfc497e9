import type { MoneyAmount } from '@tenure/customer';
import type { Row } from '@tenure/querying';
import { type CostScope, type Dated, type TermName, type TermsRecord, termNames } from '@tenure/terms';

/** A statement in lists and exports. */
export interface TermLine {
  readonly term: TermName;
  /** Of a margin. */
  readonly currency: string | null;
  readonly product: string | null;
  /** Of the cost of complaints. */
  readonly severity: CostScope['severity'];
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly withdrawn: boolean;
  /** Of a margin. */
  readonly share: number | null;
  /** Of a discount rate. */
  readonly rate: number | null;
  readonly horizon: string | null;
  /** Of a cost. */
  readonly amount: MoneyAmount | null;
  readonly reason: string;
  readonly statedBy: string;
  readonly statedAt: string;
  readonly position: string;
}

export const termColumns = [
  'term',
  'currency',
  'product',
  'severity',
  'from',
  'withdrawn',
  'share',
  'rate',
  'horizon',
  'amountMinor',
  'amountCurrency',
  'reason',
  'statedBy',
  'statedAt',
  'position',
] as const;

/** By term, in the order of each list. */
export function termLines({ margins, discountRates, horizons, costs }: TermsRecord): TermLine[] {
  return [
    ...margins.map((stated) => line('margin', stated, { share: stated.value }, { ...everything, currency: stated.currency, product: stated.product })),
    ...discountRates.map((stated) => line('discount-rate', stated, { rate: stated.value })),
    ...horizons.map((stated) => line('horizon', stated, { horizon: stated.value })),
    ...costs.map((stated) => line(`${stated.of}-cost`, stated, { amount: stated.value }, { ...everything, severity: stated.severity })),
  ];
}

type Said = Partial<Pick<TermLine, 'share' | 'rate' | 'horizon' | 'amount'>>;
type Scope = Pick<TermLine, 'currency' | 'product' | 'severity'>;
const everything: Scope = { currency: null, product: null, severity: null };

function line(
  term: TermName,
  stated: Dated<unknown>,
  { share = null, rate = null, horizon = null, amount = null }: Said,
  { currency, product, severity } = everything,
): TermLine {
  const { from, value, reason, statedBy, statedAt, position } = stated;
  return {
    term,
    currency,
    product,
    severity,
    from,
    withdrawn: value === null,
    share,
    rate,
    horizon,
    amount,
    reason,
    statedBy,
    statedAt: new Date(statedAt).toISOString(),
    position,
  };
}

export const termRow = ({ amount, ...line }: TermLine): Row => {
  const cells = { ...line, amountMinor: amount?.minor ?? null, amountCurrency: amount?.currency ?? null };
  return Object.fromEntries(termColumns.map((column) => [column, cells[column]]));
};

/** By term, and what it is narrowed by. */
export function byScope(left: TermLine, right: TermLine): number {
  const scopeOf = ({ term, currency, product, severity }: TermLine): string =>
    `${termNames.indexOf(term)} ${currency ?? ''} ${product ?? ''} ${severity ?? ''}`;
  return scopeOf(left) < scopeOf(right) ? -1 : 1;
}

/** In the order of recording. */
export const asRecorded = (left: TermLine, right: TermLine): number => (left.position < right.position ? -1 : 1);
