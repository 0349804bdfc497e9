import type { HazardFeature } from '@tenure/models';
import type { SharedWords } from '../../shared/explanation/words.js';
import type { ChurnModelChoice } from '../parameters.js';
import type { ChurnFacts } from '../scorer.js';

/** The sections of an explanation, in their order; one without a text is left out. */
export const sectionCodes = ['computed', 'result', 'reasons', 'data', 'not-used', 'model', 'checked', 'override', 'decision', 'rights'] as const;
export type SectionCode = (typeof sectionCodes)[number];

export const noScoreCodes = ['scoring-objected', 'closed', 'no-purchase', 'fit-pending', 'too-little-data', 'no-model'] as const;
/** Why a customer has no likelihood. */
export type NoScoreCode = (typeof noScoreCodes)[number];

/** Kinds of data that a model may be made of. */
export const dataKinds = ['purchases', 'visits', 'complaints', 'satisfaction', 'subscriptions'] as const;
export type DataKind = (typeof dataKinds)[number];

/** How a feature is called, and its value in words; null: the customer has none. */
export interface FeatureWording {
  readonly name: string;
  value(value: number | null): string;
}

/**
 * Every sentence of an explanation in one language: a language that lacks one does not compile. Probabilities are 0 to 1, days are
 * written as `2026-11-28`, contributions are in ln-odds.
 */
export interface Wording {
  title(customerId: string): string;
  readonly headings: Readonly<Record<SectionCode, string>>;
  computed(horizonDays: number, about: string): string;
  /** Where the model was fitted on what is dated after the day in question. */
  learntLater(trainedTo: string): string;
  readonly none: { readonly [Code in NoScoreCode]: (about: string, objectedOn: string) => string };
  result(probability: number, horizonDays: number): string;
  interval(low: number, high: number, of: 'outcome' | 'model'): string;
  readonly noInterval: string;
  base(probability: number, customers: number): string;
  /** `value` and `typical` are in the words of the feature. */
  reason(name: string, value: string, typical: string, contribution: number): string;
  readonly noReasons: string;
  readonly features: Readonly<Record<HazardFeature, FeatureWording>>;
  readonly data: Readonly<Record<DataKind, string>>;
  used(kinds: readonly string[]): string;
  facts(facts: ChurnFacts): string;
  notUsed(kinds: readonly string[]): string;
  /** What no model of this figure is made of. */
  readonly neverUsed: string;
  readonly models: Readonly<Record<ChurnModelChoice, string>>;
  model(name: string, what: string, version: string, trainedTo: string, position: string): string;
  readonly chosen: SharedWords['chosen'];
  checked(customers: number, at: string, horizonDays: readonly number[], baseRate: number): string;
  moved(uncalibrated: number, probability: number): string;
  readonly notChecked: string;
  /** The check of the hazard model, whose own line is laid through outcomes that it learned from. */
  compared(outcomes: number, logLoss: number, ofPurchases: number): string;
  line(customers: number, at: string, horizonDays: readonly number[], baseRate: number): string;
  movedByLine(uncalibrated: number, probability: number): string;
  override(probability: number, by: string, recordedOn: string, expiresOn: string): string;
  readonly decision: readonly string[];
  readonly rights: readonly string[];
}
