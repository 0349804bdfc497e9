import { BadQuery } from '@tenure/querying';
import { type Dated, type Held, type StatedCost, type TermsRecord, termsInForce } from '@tenure/terms';
import { readDuration } from '../shared/query-parameters/duration.js';
import type { ValueParameters } from './parameters.js';
import { byDefault, inQuery, statedIn, type TermOrigin, type TermOrigins } from './term-origins.js';

/** On what the values of one day are reckoned. */
export interface TermsOnDay {
  /** An ISO 8601 duration, or `infinite`. */
  readonly horizon: string;
  /** Infinity for an infinite horizon. */
  readonly horizonDays: number;
  /** Per year. */
  readonly discountRate: number;
  /** Share of what is paid that is kept, where a product has no margin of its own. */
  readonly margin: number;
  readonly productMargins: ReadonlyMap<string, number>;
  /** In whatever currency. */
  readonly costs: readonly Held<StatedCost>[];
  readonly origins: TermOrigins;
}

type GivenTerms = Pick<ValueParameters, 'horizon' | 'discountRate' | 'margin'>;

/**
 * Each term as the query gives it, else as it is stated for the day, else the default (P3Y, 0.1, 1). A margin in the query holds for
 * every product.
 *
 * @param currency of the values; null while nobody has bought
 * @param day `YYYY-MM-DD`
 * @throws BadQuery for an infinite horizon without a discount
 */
export function termsOnDay(given: GivenTerms, stated: TermsRecord, currency: string | null, day: string): TermsOnDay {
  const inForce = termsInForce(stated, day);
  const margins = inForce.margins.filter((each) => each.currency === currency);
  const [horizon, fromHorizon] = chosen(given.horizon || null, inForce.horizon, 'P3Y');
  const [discountRate, fromRate] = chosen(numberIn(given.discountRate), inForce.discountRate, 0.1);
  const [margin, fromMargin] = chosen(numberIn(given.margin), margins.find(({ product }) => product === null) ?? null, 1);
  const ofProducts = fromMargin === inQuery ? [] : margins.flatMap(({ product, ...each }) => (product === null ? [] : [{ product, ...each }]));
  return {
    horizon,
    horizonDays: horizon === 'infinite' ? discountedForEver(discountRate, fromRate) : readDuration(horizon),
    discountRate,
    margin,
    productMargins: new Map(ofProducts.map(({ product, value }) => [product, value])),
    costs: inForce.costs,
    origins: {
      horizon: fromHorizon,
      discountRate: fromRate,
      margin: fromMargin,
      productMargins: ofProducts.map(({ product, value, ...each }) => ({ product, share: value, ...statedIn({ ...each, value }) })),
      costs: inForce.costs.map((cost) => ({ of: cost.of, severity: cost.severity, amount: cost.value, ...statedIn(cost) })),
    },
  };
}

function chosen<Value>(given: Value | null, stated: Held<Dated<Value>> | null, preset: Value): [value: Value, origin: TermOrigin] {
  if (given !== null) return [given, inQuery];
  return stated === null ? [preset, byDefault] : [stated.value, statedIn(stated)];
}

/** Reads a text that `IsNumberText` has accepted; an empty one is left out, as forms send it. */
const numberIn = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));

function discountedForEver(discountRate: number, { from }: TermOrigin): number {
  if (discountRate > 0) return Infinity;
  const stated = from === undefined ? '' : `, as stated from ${from} on`;
  throw new BadQuery(
    'discountRate',
    'out-of-range',
    `discountRate is 0${stated}: an infinite horizon needs one above 0, since what customers bring without end adds up without end.`,
  );
}
