import { purchaseModels } from '../purchases/purchase-models.js';
import type { CustomerRecord } from './customer-record.js';
import { featureValues } from './feature-values.js';
import type { HazardHorizon } from './hazard-horizon.js';
import { momentOf } from './moment.js';
import { termsInto } from './scored-day.js';
import { type HazardFeature, hazardFeatures, type Term, type TermSetting, terms } from './terms.js';

export interface FeatureContribution {
  readonly feature: HazardFeature;
  /** See `featureValues`. */
  readonly value: number | null;
  /** The same of the typical customer. */
  readonly typical: number | null;
  /** In log-odds. */
  readonly contribution: number;
}

/** Likelihoods of one learnt horizon. Every method needs a customer who had bought by the day (since 1970). */
export class HazardLikelihood {
  readonly #setting: TermSetting;
  readonly #coefficients: Float64Array;
  /** The terms that the penalty has left: most customers are only scored, and never explained. */
  readonly #acting: readonly { readonly term: Term; readonly coefficient: number }[];
  readonly #row = new Float64Array(terms.length);

  /** @throws RangeError where terms were recorded that this version does not know, or others. */
  constructor(private readonly learnt: HazardHorizon) {
    const { horizon, curves, purchases } = learnt;
    this.#setting = { horizon, curves, purchases: purchases && { ...purchases, model: purchaseModels[purchases.model] } };
    if (!hasKnownTerms(learnt)) throw new RangeError('These coefficients belong to other terms.');
    this.#coefficients = Float64Array.from(learnt.terms, ({ coefficient }) => coefficient);
    this.#acting = learnt.terms.flatMap(({ coefficient }, i) => (coefficient === 0 ? [] : [{ term: terms[i]!, coefficient }]));
  }

  /** ln-odds of no purchase within the horizon, before the line through outcomes. */
  logOdds(record: CustomerRecord, day: number): number {
    const moment = momentOf(record, day)!;
    let sum = this.learnt.intercept;
    for (const { term, coefficient } of this.#acting) sum += coefficient * term.of(record, moment, this.#setting);
    return sum;
  }

  /** ln-odds of the typical customer; null without one. */
  get typicalLogOdds(): number | null {
    return this.learnt.typical && this.#sum(this.learnt.typical.terms);
  }

  /** Standard error of `logOdds` due to the uncertainty of the coefficients. */
  error(record: CustomerRecord, day: number): number {
    termsInto(this.#row, 0, record, day, this.#setting);
    const varying = [1, ...[...this.#row].filter((_, i) => this.#coefficients[i] !== 0)];
    let variance = 0;
    let at = 0;
    for (let i = 0; i < varying.length; i += 1) {
      for (let j = 0; j < i; j += 1) variance += 2 * varying[i]! * varying[j]! * this.learnt.covariance[at++]!;
      variance += varying[i]! ** 2 * this.learnt.covariance[at++]!;
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** What sets a customer apart from the typical one, by feature: the contributions add up to the difference in ln-odds. Empty without a typical one. */
  contributions(record: CustomerRecord, day: number): FeatureContribution[] {
    const { typical } = this.learnt;
    if (typical === null) return [];
    termsInto(this.#row, 0, record, day, this.#setting);
    const found = new Map<HazardFeature, number>();
    terms.forEach(({ feature }, i) => {
      const coefficient = this.#coefficients[i]!;
      if (coefficient !== 0) found.set(feature, (found.get(feature) ?? 0) + coefficient * (this.#row[i]! - typical.terms[i]!));
    });
    return this.featureValues(record, day).flatMap((each) => {
      const contribution = found.get(each.feature);
      return contribution === undefined ? [] : [{ ...each, contribution }];
    });
  }

  /** What a reader is told of each feature, of the customer and of the typical one. */
  featureValues(record: CustomerRecord, day: number): Omit<FeatureContribution, 'contribution'>[] {
    const values = featureValues(record, momentOf(record, day)!, this.#setting);
    return hazardFeatures.map((feature) => ({ feature, value: values[feature], typical: this.learnt.typical?.values[feature] ?? null }));
  }

  #sum(row: ArrayLike<number>): number {
    let sum = this.learnt.intercept;
    for (let i = 0; i < terms.length; i += 1) sum += this.#coefficients[i]! * row[i]!;
    return sum;
  }
}

/** Whether the coefficients belong to the terms of this version, in their order. */
export const hasKnownTerms = ({ terms: recorded }: HazardHorizon): boolean =>
  recorded.length === terms.length && recorded.every(({ name }, i) => name === terms[i]!.name);
