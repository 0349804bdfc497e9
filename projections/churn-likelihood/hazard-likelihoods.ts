import { type CustomerRecord, HazardLikelihood, probabilityOfLogOdds, reasonsInOrder } from '@tenure/models';
import { referenceTo } from '../shared/scoring/purchase-fit.js';
import type { HazardFit } from './hazard-fit.js';
import { hazardReasonText } from './hazard-reason-text.js';
import { type ChurnBase, type ChurnReason, type Likelihoods, type Subject } from './likelihoods.js';
import { checkOf, errorOf, type OutcomeCheck, seasonOf } from './outcome-check.js';

/** One tested horizon, and its weight among those next to the horizon in question. */
interface Part {
  readonly likelihood: HazardLikelihood;
  readonly weight: number;
  readonly level: number;
  readonly slope: number;
  readonly typical: number | null;
  lineError(logOdds: number): number;
}

/** By the hazard model, about a day since 1970: between two tested horizons the ln-odds of both are mixed. */
export class HazardLikelihoods implements Likelihoods {
  readonly reference: Likelihoods['reference'];
  readonly check: OutcomeCheck;
  readonly base: ChurnBase | null;
  readonly noReasons: string | null;
  readonly #parts: readonly Part[];

  constructor(
    { fit, weighted, choice }: HazardFit,
    private readonly day: number,
  ) {
    this.reference = { ...referenceTo(fit), nobodyLeaves: null, chosen: choice };
    this.check = checkOf(weighted, day);
    const season = seasonOf(weighted, day);
    this.#parts = weighted.map(([learnt, weight]) => {
      const likelihood = new HazardLikelihood(learnt);
      const level = learnt.line.intercept + (season === null ? 0 : learnt.season!);
      return { likelihood, weight, level, slope: learnt.line.slope, typical: likelihood.typicalLogOdds, lineError: (logOdds) => errorOf(learnt.line, logOdds) };
    });
    const typical = this.#parts.every((part) => part.typical !== null) ? this.#mixed(({ level, slope, typical }) => level + slope * typical!) : null;
    this.base = typical === null ? null : { probability: probabilityOfLogOdds(typical), logOdds: typical, customers: weighted[0]![0].typical!.customers };
    this.noReasons = typical === null ? 'When the model was fitted nobody still bought, so there is no customer to compare with.' : null;
  }

  logOdds(subject: Subject): number {
    const record = subject.record();
    return this.#mixed(({ likelihood, level, slope }) => level + slope * likelihood.logOdds(record, this.day));
  }

  uncalibrated(subject: Subject): number {
    const record = subject.record();
    return this.#mixed(({ likelihood }) => likelihood.logOdds(record, this.day));
  }

  error(subject: Subject): number {
    const record = subject.record();
    return this.#mixed(({ likelihood, slope, lineError }) =>
      Math.hypot(slope * likelihood.error(record, this.day), lineError(likelihood.logOdds(record, this.day))),
    );
  }

  reasons(subject: Subject): readonly ChurnReason[] {
    if (this.base === null) return [];
    const record = subject.record();
    const reasons = this.#added(record).map((reason) => ({ ...reason, text: hazardReasonText(reason, record, this.day) }));
    return reasonsInOrder(reasons, this.logOdds(subject), this.base.logOdds);
  }

  /** Contributions of the tested horizons, weighted; values are those of the heaviest. */
  #added(record: CustomerRecord) {
    const heaviest = this.#parts.reduce((most, each) => (each.weight > most.weight ? each : most));
    const sums = new Map<string, number>();
    for (const { likelihood, weight, slope } of this.#parts) {
      for (const { feature, contribution } of likelihood.contributions(record, this.day)) {
        sums.set(feature, (sums.get(feature) ?? 0) + weight * slope * contribution);
      }
    }
    const values = new Map(heaviest.likelihood.featureValues(record, this.day).map((each) => [each.feature as string, each]));
    return [...sums].filter(([, contribution]) => contribution !== 0).map(([feature, contribution]) => ({ ...values.get(feature)!, contribution }));
  }

  #mixed(of: (part: Part) => number): number {
    return this.#parts.reduce((sum, part) => sum + part.weight * of(part), 0);
  }
}
