import {
  type ChurnReason,
  churnReasons,
  noPurchaseError,
  type PurchaseHistory,
  probabilityInterval,
  probabilityOfLogOdds,
  typicalHistory,
} from '@tenure/models';
import type { QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import { dayName } from '@tenure/time';
import { daysIn } from '../shared/calendar/zone-days.js';
import { daysOf } from '../shared/occurrences/occurrence-days.js';
import { readDuration } from '../shared/query-parameters/duration.js';
import { type DatedClosings, isClosedOn } from '../shared/scoring/dated-closings.js';
import { type DayInQuestion, dayInQuestion } from '../shared/scoring/day-in-question.js';
import type { NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { choosePurchaseFit, historyOn, type PurchaseFit, type PurchaseModelReference, purchaseReferenceTo } from '../shared/scoring/purchase-fit.js';
import { type Calibration, calibrationOf, type OutcomeCheck } from './outcome-check.js';
import type { ChurnParameters } from './parameters.js';
import type { ChurnDocument } from './projection.js';
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
  readonly model: PurchaseModelReference;
}

export interface ChurnBase {
  readonly probability: number;
  readonly logOdds: number;
  /** How many customers still bought when the model was fitted: the base is typical of these. */
  readonly customers: number;
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
  /** The model to score with, or why there is none. */
  readonly purchaseFit: PurchaseFit | NotEnoughData;
}

export async function churnQuestion(context: QueryContext, view: View, parameters: ChurnParameters): Promise<ChurnQuestion> {
  const horizon = parameters.horizon || 'P90D';
  const dayOf = daysIn(context.timezone);
  const about = await dayInQuestion(context.snapshot, view, parameters, context.now, dayOf);
  return {
    view,
    horizon,
    horizonDays: readDuration(horizon),
    about,
    overrideDay: parameters.about || parameters.asOf ? about.day : dayOf(context.now / 1000),
    purchaseFit: await choosePurchaseFit(context.models, parameters.model ?? null, () => sampleOf(context.snapshot, view)),
  };
}

/** Scores the customers of one question. */
export class ChurnScorer {
  readonly #typical: Typical | null;
  readonly #calibration: Calibration;

  constructor(
    private readonly question: ChurnQuestion,
    private readonly purchaseFit: PurchaseFit,
  ) {
    const { model, fit, unit } = purchaseFit;
    const { typical = null } = fit;
    this.#calibration = calibrationOf(fit, question.horizonDays, question.about.day);
    if (typical === null) {
      this.#typical = null;
      return;
    }
    const history = typicalHistory(typical, unit);
    const logOdds = this.#calibrated(model.noPurchaseLogOdds(fit.parameters, history, this.#horizon));
    this.#typical = { history, base: { probability: probabilityOfLogOdds(logOdds), logOdds, customers: typical.customers } };
  }

  /** Whether the first of the days is not after the day in question. */
  hasBegun(days: readonly number[]): boolean {
    return days.length > 0 && days[0]! <= this.question.about.day;
  }

  /** For ranking: only these values are computed for each customer; null for one who had not bought by the day in question. */
  chances(days: readonly number[]): { readonly probability: number; readonly active: number } | null {
    const { model, fit } = this.purchaseFit;
    const history = historyOn(days, this.question.about.day, this.purchaseFit);
    if (history === null) return null;
    return {
      probability: probabilityOfLogOdds(this.#calibrated(model.noPurchaseLogOdds(fit.parameters, history, this.#horizon))),
      active: model.probabilityAlive(fit.parameters, history),
    };
  }

  scoreDocument(customerId: string, { p: purchases, c: closings }: ChurnDocument): ChurnScore | NoScore {
    return this.score(customerId, daysOf(purchases, this.question.about.dayOf), closings);
  }

  /** `days`: days with a purchase, ascending, each once. */
  score(customerId: string, days: readonly number[], closings: DatedClosings): ChurnScore | NoScore {
    const { horizon, about } = this.question;
    const { model, fit, unit } = this.purchaseFit;
    const history = historyOn(days, about.day, this.purchaseFit);
    if (history === null || isClosedOn(closings, about.dayOf, about.day)) {
      const notEnoughData =
        history === null
          ? `No purchase by ${about.name}: a likelihood of leaving needs at least one.`
          : 'The customer is closed: reopen the customer to have the likelihood again.';
      return { customerId, probability: null, horizon, about: about.name, notEnoughData };
    }
    const raw = model.noPurchaseLogOdds(fit.parameters, history, this.#horizon);
    const logOdds = this.#calibrated(raw);
    return {
      customerId,
      probability: probabilityOfLogOdds(logOdds),
      logOdds,
      ...this.#intervals(raw, noPurchaseError(model, fit, history, this.#horizon)),
      uncalibrated: probabilityOfLogOdds(raw),
      outcomes: this.#calibration.check,
      horizon,
      about: about.name,
      probabilityAlive: model.probabilityAlive(fit.parameters, history),
      base: this.#typical?.base ?? null,
      ...(this.#typical === null
        ? { noReasons: fit.typical === null ? nobodyBuys : fittedBefore, reasons: [] }
        : { reasons: churnReasons(model, fit.parameters, history, this.#horizon, this.#typical.history, unit, this.#calibration) }),
      facts: factsOf(days, history.x, about.day),
      model: purchaseReferenceTo(this.purchaseFit),
    };
  }

  #calibrated(logOdds: number): number {
    return this.#calibration.level + this.#calibration.slope * logOdds;
  }

  /** `error`: standard error of the model's log-odds, due to its parameters. */
  #intervals(raw: number, error: number | null): Pick<ChurnScore, 'low' | 'high' | 'intervalOf' | 'modelLow' | 'modelHigh'> {
    const { check, slope, lineError } = this.#calibration;
    if (error === null) return { low: null, high: null, intervalOf: null, modelLow: null, modelHigh: null };
    const logOdds = this.#calibrated(raw);
    const modelError = Math.hypot(slope * error, lineError(raw));
    const { low: modelLow, high: modelHigh } = probabilityInterval(logOdds, modelError);
    const spread = check.checked ? check.spread : null;
    if (spread === null) return { low: modelLow, high: modelHigh, intervalOf: 'model', modelLow, modelHigh };
    return { ...probabilityInterval(logOdds, Math.hypot(modelError, spread)), intervalOf: 'outcome', modelLow, modelHigh };
  }

  get #horizon(): number {
    return this.question.horizonDays / this.purchaseFit.daysPerUnit;
  }
}

interface Typical {
  readonly history: PurchaseHistory;
  readonly base: ChurnBase;
}

const nobodyBuys = 'On the day that the model was fitted to nobody still bought, so there is no customer to compare with.';
const fittedBefore = 'The fit was made by a version that did not record the customer to compare with: fit the model again.';

function factsOf(days: readonly number[], repeats: number, about: number): ChurnFacts {
  const last = days[repeats]!;
  return { purchases: repeats + 1, firstPurchase: dayName(days[0]!), lastPurchase: dayName(last), daysSinceLastPurchase: about - last };
}
