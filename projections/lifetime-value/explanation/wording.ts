import type { PurchaseModelReference } from '../../shared/scoring/purchase-fit.js';
import type { CurrencyTotals } from '../currency-totals.js';
import type { PurchaseFacts } from '../expected-purchases.js';

/** The sections of an explanation, in their order; one without a text is left out. */
export const sectionCodes = [
  'computed',
  'result',
  'parts',
  'figures',
  'terms',
  'interval',
  'changes',
  'data',
  'not-used',
  'model',
  'decision',
  'rights',
] as const;
export type SectionCode = (typeof sectionCodes)[number];

export const noValueCodes = ['scoring-objected', 'closed', 'no-purchase', 'no-purchase-in-currency', 'fit-pending', 'too-little-data', 'no-model'] as const;
/** Why a customer has no value. */
export type NoValueCode = (typeof noValueCodes)[number];

/** What a sentence without a value may name. */
export interface NoValueFacts {
  readonly about: string;
  /** The date of an objection in force; empty without one. */
  readonly objectedOn: string;
  /** Null while nobody has bought. */
  readonly currency: string | null;
}

/**
 * Every sentence of an explanation in one language: a language that lacks one does not compile. Amounts are written as `12.50 USD`, days
 * as `2026-11-28`, probabilities and shares are 0 to 1, `horizonDays` is null for an infinite horizon.
 */
export interface Wording {
  title(customerId: string): string;
  readonly headings: Readonly<Record<SectionCode, string>>;
  computed(horizonDays: number | null, about: string): string;
  readonly meaning: string;
  /** Where a model was fitted on what is dated after the day in question. */
  learntLater(trainedTo: string): string;
  readonly none: { readonly [Code in NoValueCode]: (facts: NoValueFacts) => string };
  result(value: string): string;
  ifActive(amount: string): string;
  lost(amount: string): string;
  future(amount: string): string;
  past(amount: string): string;
  /** Where costs are stated, in the place of `past`: earned - cost = lessCosts. */
  earned(amount: string): string;
  cost(amount: string): string;
  lessCosts(amount: string): string;
  whole(amount: string): string;
  readonly addUp: string;
  facts(facts: PurchaseFacts): string;
  paid(totals: CurrencyTotals): string;
  alive(probability: number): string;
  expected(purchases: number): string;
  /** `ifActive`: the purchases of a customer who has surely not left. */
  expectedOf(ifActive: number, purchases: number): string;
  ofInfinite(share: number): string;
  /** `ownMean` is null without a repeat day. */
  spend(amount: string, priorMean: string, ownMean: string | null, ownWeight: number): string;
  readonly outlier: string;
  product(purchases: number, spend: string, margin: number, value: string): string;
  horizon(days: number | null): string;
  discount(rate: number): string;
  margin(share: number): string;
  /** Where products have margins of their own: that of the customer's purchases. */
  ownMargin(share: number, products: number): string;
  /** Who decided a term. */
  readonly origin: {
    readonly 'in-query': string;
    readonly 'by-default': string;
    stated(from: string, position: string): string;
  };
  interval(low: string, high: string): string;
  readonly intervalOf: string;
  readonly noInterval: string;
  /** `leaves`: whether customers leave for good in the model of purchases. */
  changes(leaves: boolean): readonly string[];
  readonly used: string;
  readonly neverUsed: string;
  purchaseModel(reference: PurchaseModelReference): string;
  readonly nobodyLeaves: string;
  spendModel(reference: { readonly name: string; readonly version: string; readonly trainedTo: string; readonly position: string }): string;
  readonly carriedBy: string;
  readonly decision: readonly string[];
  readonly rights: readonly string[];
}
