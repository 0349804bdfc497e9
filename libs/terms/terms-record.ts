import type { MoneyAmount } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { Fold } from '@tenure/streams';
import { type Dated, type Held, inForceOn } from './dated.js';
import type { CostScope, CostStated, DiscountRateStated, HorizonStated, MarginScope, MarginStated, TermWithdrawn } from './term-events.js';

/** Every figure with terms has a stream of its own. */
export const TERMS_STREAMS = 'terms-';
export const termsStream = (figure: string): string => TERMS_STREAMS + figure;

export type StatedMargin = Dated<number> & MarginScope;
export type StatedCost = Dated<MoneyAmount> & CostScope;

/** Everything that was stated about the terms of one figure, each list in the order of recording. */
export interface TermsRecord {
  readonly margins: readonly StatedMargin[];
  readonly discountRates: readonly Dated<number>[];
  readonly horizons: readonly Dated<string>[];
  readonly costs: readonly StatedCost[];
}

/** The terms on one day. */
export interface TermsInForce {
  readonly margins: readonly Held<StatedMargin>[];
  readonly discountRate: Held<Dated<number>> | null;
  readonly horizon: Held<Dated<string>> | null;
  readonly costs: readonly Held<StatedCost>[];
}

const scopeOfMargin = ({ currency, product }: MarginScope): string => `${currency}${product === null ? '' : ` ${product}`}`;
const scopeOfCost = ({ of, severity }: CostScope): string => `${of} ${severity}`;

/** @param day `YYYY-MM-DD` */
export function termsInForce({ margins, discountRates, horizons, costs }: TermsRecord, day: string): TermsInForce {
  return {
    margins: inForceOn(margins, day, scopeOfMargin),
    discountRate: inForceOn(discountRates, day)[0] ?? null,
    horizon: inForceOn(horizons, day)[0] ?? null,
    costs: inForceOn(costs, day, scopeOfCost),
  };
}

export interface GrowingTerms extends TermsRecord {
  readonly margins: StatedMargin[];
  readonly discountRates: Dated<number>[];
  readonly horizons: Dated<string>[];
  readonly costs: StatedCost[];
}

export const foldTerms: Fold<GrowingTerms> = { initial: () => ({ margins: [], discountRates: [], horizons: [], costs: [] }), evolve };

export function termsRecord(events: readonly RecordedEvent[]): TermsRecord {
  return events.reduce(evolve, foldTerms.initial());
}

function evolve(record: GrowingTerms, event: RecordedEvent): GrowingTerms {
  switch (event.type) {
    case 'MarginStated': {
      const { currency, product, share } = event.data as MarginStated;
      add(record.margins, { ...dated(event, share), currency, product });
      break;
    }
    case 'DiscountRateStated':
      add(record.discountRates, dated(event, (event.data as DiscountRateStated).rate));
      break;
    case 'HorizonStated':
      add(record.horizons, dated(event, (event.data as HorizonStated).horizon));
      break;
    case 'CostStated': {
      const { of, severity, amount } = event.data as CostStated;
      add(record.costs, { ...dated(event, amount), of, severity });
      break;
    }
    case 'TermWithdrawn':
      withdraw(record, event);
  }
  return record;
}

function withdraw({ margins, discountRates, horizons, costs }: GrowingTerms, event: RecordedEvent): void {
  const { term, currency, product, severity = null } = event.data as TermWithdrawn;
  if (term === 'discount-rate') add(discountRates, dated<number>(event, null));
  else if (term === 'horizon') add(horizons, dated<string>(event, null));
  else if (term === 'margin') add(margins, { ...dated<number>(event, null), currency: currency!, product });
  else add(costs, { ...dated<MoneyAmount>(event, null), of: costNamed[term], severity });
}

const costNamed = { 'complaint-cost': 'complaint', 'visit-cost': 'visit', 'acquisition-cost': 'acquisition' } as const;

/** Long lists of a document in a read store have no `push`. */
function add<Statement>(list: Statement[], statement: Statement): void {
  list.splice(list.length, 0, statement);
}

function dated<Value>({ data, metadata, recordedAt, position }: RecordedEvent, value: Value | null): Dated<Value> {
  const { from, reason } = data as { readonly from: string; readonly reason: string };
  return { from, value, reason, statedBy: metadata.onBehalfOf ?? metadata.actor, statedAt: recordedAt, position };
}
