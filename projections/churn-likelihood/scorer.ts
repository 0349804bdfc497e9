import { type CustomerRecord, hazardModelName, probabilityInterval, probabilityOfLogOdds } from '@tenure/models';
import type { QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import { dayName } from '@tenure/time';
import { daysIn } from '../shared/calendar/zone-days.js';
import { daysOf } from '../shared/occurrences/occurrence-days.js';
import { readDuration } from '../shared/query-parameters/duration.js';
import { type DatedClosings, isClosedOn } from '../shared/scoring/dated-closings.js';
import { type DayInQuestion, dayInQuestion } from '../shared/scoring/day-in-question.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { choosePurchaseFit, historyOn, type PurchaseFit } from '../shared/scoring/purchase-fit.js';
import { customerRecord } from './customer-record.js';
import { chooseHazard, type HazardFit } from './hazard-fit.js';
import { HazardLikelihoods } from './hazard-likelihoods.js';
import type { ChurnBase, ChurnReason, LikelihoodReference, Likelihoods, Subject } from './likelihoods.js';
import type { OutcomeCheck } from './outcome-check.js';
import type { ChurnParameters } from './parameters.js';
import type { ChurnDocument } from './projection.js';
import { PurchaseLikelihoods } from './purchase-likelihoods.js';
import { sampleOf } from './sample.js';

/** The score of one customer; `probability` null with a sentence when it cannot be computed. */
export interface ChurnScore {
  readonly customerId: string;
  readonly probability: number;
  /** ln(p / (1 - p)), exact where p rounds to 0 or 1: `base.logOdds` and the contributions of the reasons add up to it. */
  readonly logOdds: number;
  /** 95 % interval of what happens to such customers, where outcomes show it; otherwise the same as `modelLow` and `modelHigh`. */
  readonly low: number | null;
  readonly high: number | null;
  readonly intervalOf: 'outcome' | 'model' | null;
  /** 95 % interval due to the uncertainty of the parameters, and of the line through outcomes; null without a covariance. */
  readonly modelLow: number | null;
  readonly modelHigh: number | null;
  /** The model's own probability, before calibration by outcomes. */
  readonly uncalibrated: number;
  readonly outcomes: OutcomeCheck;
  readonly horizon: string;
  readonly about: string;
  readonly probabilityAlive: number;
  /** The customer that this one is compared with; null where the fit has none, and then there are no reasons. */
  readonly base: ChurnBase | null;
  readonly noReasons?: string;
  readonly reasons: readonly ChurnReason[];
  readonly facts: ChurnFacts;
  readonly model: LikelihoodReference;
}

export interface ChurnFacts {
  /** Days with a purchase. */
  readonly purchases: number;
  readonly firstPurchase: string;
  readonly lastPurchase: string;
  readonly daysSinceLastPurchase: number;
}

export interface NoScore extends NotEnoughData {
  readonly customerId: string;
  readonly probability: null;
  readonly horizon: string;
  readonly about: string;
}

/** The question that all scores of one answer share. */
export interface ChurnQuestion {
  readonly view: View;
  readonly horizon: string;
  readonly horizonDays: number;
  readonly about: DayInQuestion;
  /** The day on which an override must be in force: the requested one, otherwise today, however old the latest fact is. */
  readonly overrideDay: number;
  /** The model of purchases, or why there is none: who is still active, and the likelihood where no other model gives it. */
  readonly purchaseFit: PurchaseFit | NotEnoughData;
  /** The hazard model where likelihoods come from it, or why it cannot score though it was asked for; otherwise null. */
  readonly hazard: HazardFit | NotEnoughData | null;
}

export async function churnQuestion(context: QueryContext, view: View, parameters: ChurnParameters): Promise<ChurnQuestion> {
  const horizon = parameters.horizon || 'P90D';
  const horizonDays = readDuration(horizon);
  const model = parameters.model ?? null;
  const dayOf = daysIn(context.timezone);
  const about = await dayInQuestion(context.snapshot, view, parameters, context.now, dayOf);
  return {
    view,
    horizon,
    horizonDays,
    about,
    overrideDay: parameters.about || parameters.asOf ? about.day : dayOf(context.now / 1000),
    purchaseFit: await choosePurchaseFit(context.models, model === hazardModelName ? null : model, () => sampleOf(context.snapshot, view)),
    hazard: model === null || model === hazardModelName ? await chooseHazard(context.models, horizonDays, model === hazardModelName) : null,
  };
}

/** A scorer for a question, or why nobody is scored. */
export function scorerOf(question: ChurnQuestion): ChurnScorer | NotEnoughData {
  const { purchaseFit, hazard, horizonDays, about } = question;
  if (isNotEnough(purchaseFit)) return purchaseFit;
  if (hazard === null) return new ChurnScorer(question, purchaseFit, new PurchaseLikelihoods(purchaseFit, horizonDays, about.day), false);
  return isNotEnough(hazard) ? hazard : new ChurnScorer(question, purchaseFit, new HazardLikelihoods(hazard, about.day), true);
}

/** Scores the customers of one question. */
export class ChurnScorer {
  constructor(
    private readonly question: ChurnQuestion,
    private readonly purchaseFit: PurchaseFit,
    private readonly likelihoods: Likelihoods,
    /** Whether likelihoods depend on more than the days with a purchase. */
    readonly readsRecords: boolean,
  ) {}

  get reference(): LikelihoodReference {
    return this.likelihoods.reference;
  }

  /** Whether the first of the days is not after the day in question. */
  hasBegun(days: readonly number[]): boolean {
    return days.length > 0 && days[0]! <= this.question.about.day;
  }

  /** For ranking: only these values are computed for each customer; null for one who had not bought by the day in question. */
  chances(days: readonly number[], document: ChurnDocument | null): { readonly probability: number; readonly active: number } | null {
    const { model, fit } = this.purchaseFit;
    const history = historyOn(days, this.question.about.day, this.purchaseFit);
    if (history === null) return null;
    return {
      probability: probabilityOfLogOdds(this.likelihoods.logOdds(this.#subject(days, document))),
      active: model.probabilityAlive(fit.parameters, history),
    };
  }

  scoreDocument(customerId: string, document: ChurnDocument): ChurnScore | NoScore {
    return this.score(customerId, daysOf(document.p, this.question.about.dayOf), document.c, document);
  }

  /** `days`: days with a purchase, ascending, each once. `document`: null where the read model does not have the customer yet. */
  score(customerId: string, days: readonly number[], closings: DatedClosings, document: ChurnDocument | null): ChurnScore | NoScore {
    const { horizon, about } = this.question;
    const { model, fit } = this.purchaseFit;
    const history = historyOn(days, about.day, this.purchaseFit);
    if (history === null || isClosedOn(closings, about.dayOf, about.day)) {
      const notEnoughData =
        history === null
          ? `No purchase by ${about.name}: a likelihood of leaving needs at least one.`
          : 'The customer is closed: reopen the customer to have the likelihood again.';
      return { customerId, probability: null, horizon, about: about.name, notEnoughData };
    }
    const { likelihoods } = this;
    const subject = this.#subject(days, document);
    const logOdds = likelihoods.logOdds(subject);
    return {
      customerId,
      probability: probabilityOfLogOdds(logOdds),
      logOdds,
      ...intervals(logOdds, likelihoods.error(subject), likelihoods.check),
      uncalibrated: probabilityOfLogOdds(likelihoods.uncalibrated(subject)),
      outcomes: likelihoods.check,
      horizon,
      about: about.name,
      probabilityAlive: model.probabilityAlive(fit.parameters, history),
      base: likelihoods.base,
      ...(likelihoods.noReasons === null ? {} : { noReasons: likelihoods.noReasons }),
      reasons: likelihoods.reasons(subject),
      facts: factsOf(days, history.x, about.day),
      model: likelihoods.reference,
    };
  }

  /** Null where the read model is behind, and does not have a purchase by the day in question yet. */
  #recordOf(document: ChurnDocument | null): CustomerRecord | null {
    const record = document && customerRecord(document, this.question.about.dayOf);
    return record !== null && record.purchases[0]! <= this.question.about.day ? record : null;
  }

  #subject(days: readonly number[], document: ChurnDocument | null): Subject {
    let record: CustomerRecord | undefined;
    return {
      days,
      record: () => {
        record ??= this.#recordOf(document) ?? {
          purchases: days,
          visits: [],
          complaints: [],
          satisfaction: [],
          downgrades: [],
        };
        return record;
      },
    };
  }
}

/** `error`: standard error of the ln-odds, due to parameters and line. */
function intervals(logOdds: number, error: number | null, check: OutcomeCheck): Pick<ChurnScore, 'low' | 'high' | 'intervalOf' | 'modelLow' | 'modelHigh'> {
  if (error === null) return { low: null, high: null, intervalOf: null, modelLow: null, modelHigh: null };
  const { low: modelLow, high: modelHigh } = probabilityInterval(logOdds, error);
  if (!check.checked || check.spread === null) return { low: modelLow, high: modelHigh, intervalOf: 'model', modelLow, modelHigh };
  return { ...probabilityInterval(logOdds, Math.hypot(error, check.spread, check.spreadGrowth * logOdds)), intervalOf: 'outcome', modelLow, modelHigh };
}

function factsOf(days: readonly number[], repeats: number, about: number): ChurnFacts {
  const last = days[repeats]!;
  return { purchases: repeats + 1, firstPurchase: dayName(days[0]!), lastPurchase: dayName(last), daysSinceLastPurchase: about - last };
}
