import { type MoneyAmount, severities } from '@tenure/customer';
import { money, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';

export const termNames = ['margin', 'discount-rate', 'horizon', 'complaint-cost', 'visit-cost', 'acquisition-cost'] as const;
export type TermName = (typeof termNames)[number];

interface FromADay {
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly reason: string;
}

/** The part of the purchases that a margin is stated for. */
export interface MarginScope {
  readonly currency: string;
  /** Null: of every product without a margin of its own. */
  readonly product: string | null;
}

/** The content of a `MarginStated` event. */
export interface MarginStated extends FromADay, MarginScope {
  /** Of the price, 0 to 1. */
  readonly share: number;
}

/** The content of a `DiscountRateStated` event. */
export interface DiscountRateStated extends FromADay {
  /** Per year, 0 to 1. */
  readonly rate: number;
}

/** The content of a `HorizonStated` event. */
export interface HorizonStated extends FromADay {
  /** An ISO 8601 duration to P3Y, or `infinite`. */
  readonly horizon: string;
}

/** What costs money besides what the margin takes off. */
export const costOf = ['complaint', 'visit', 'acquisition'] as const;

export interface CostScope {
  readonly of: (typeof costOf)[number];
  /** Of complaints; null: of every severity without a cost of its own. */
  readonly severity: (typeof severities)[number] | null;
}

/** The content of a `CostStated` event. */
export interface CostStated extends FromADay, CostScope {
  /** Of each. */
  readonly amount: MoneyAmount;
}

/** The content of a `TermWithdrawn` event: from that day on nothing is stated. */
export interface TermWithdrawn extends FromADay {
  readonly term: TermName;
  /** Of a margin. */
  readonly currency: string | null;
  readonly product: string | null;
  /** Of the cost of complaints. */
  readonly severity?: CostScope['severity'];
}

const fromADay = {
  from: { ...text, format: 'date', description: 'The first day on which it holds.' },
  reason: { ...text, description: 'Why, in clear.' },
};
const product: Schema = { ...orNull(text), description: 'Null: of every product without a margin of its own.' };

const severity: Schema = { ...orNull(oneOf(severities)), description: 'Of complaints; null: of every severity without a cost of its own.' };

/** The content of the events on a stream of terms, by type. */
export const termEventSchemas = {
  MarginStated: record({ ...fromADay, currency: text, product, share: { ...number, description: 'Of the price, 0 to 1.' } }),
  DiscountRateStated: record({ ...fromADay, rate: { ...number, description: 'Per year, 0 to 1.' } }),
  HorizonStated: record({ ...fromADay, horizon: { ...text, description: 'An ISO 8601 duration to P3Y, or infinite.' } }),
  CostStated: record({ ...fromADay, of: oneOf(costOf), severity, amount: { ...money, description: 'Of each.' } }),
  TermWithdrawn: record({ ...fromADay, term: oneOf(termNames), currency: { ...orNull(text), description: 'Of a margin.' }, product, severity }, ['severity']),
} as const satisfies Readonly<Record<string, Schema>>;
