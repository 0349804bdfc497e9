import { type ChurnReason, churnReasons, noPurchaseInterval, type PurchaseHistory } from '@tenure/models';
import type { QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import { dayName, dayOfTime } from '@tenure/time';
import { isClosed } from '../shared/last-write/closing.js';
import { readDuration } from '../shared/query-parameters/duration.js';
import { dayInQuestion } from '../shared/scoring/latest-day.js';
import type { NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { choosePurchaseFit, historyOn, type PurchaseFit, type PurchaseModelReference, purchaseReferenceTo } from '../shared/scoring/purchase-fit.js';
import type { ChurnParameters } from './parameters.js';
import type { ChurnDocument } from './projection.js';
import { sampleOf, typicalCustomer } from './typical-customer.js';

/** What one customer's score says; `probability` null with a sentence when there is none to give. */
export interface ChurnScore {
  readonly customerId: string;
  readonly probability: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly horizon: string;
  readonly about: string;
  readonly probabilityAlive: number;
  readonly reasons: readonly ChurnReason[];
  readonly facts: ChurnFacts;
  readonly model: PurchaseModelReference;
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

/** The question that the scores of one answer share. */
export interface ChurnQuestion {
  readonly view: View;
  readonly horizon: string;
  readonly horizonDays: number;
  readonly about: { readonly day: number; readonly name: string };
  /** The model to score with, or why there is none. */
  readonly purchaseFit: PurchaseFit | NotEnoughData;
}

export async function churnQuestion(context: QueryContext, view: View, parameters: ChurnParameters): Promise<ChurnQuestion> {
  const horizon = parameters.horizon || 'P90D';
  return {
    view,
    horizon,
    horizonDays: readDuration(horizon),
    about: await dayInQuestion(context.snapshot, view, parameters, dayOfTime(context.now)),
    purchaseFit: await choosePurchaseFit(context.models, parameters.model ?? null, () => sampleOf(context.snapshot, view)),
  };
}

/** Scores customers of one question. */
export class ChurnScorer {
  private constructor(
    private readonly question: ChurnQuestion,
    private readonly purchaseFit: PurchaseFit,
    private readonly typical: PurchaseHistory,
  ) {}

  static async of(context: QueryContext, question: ChurnQuestion & { purchaseFit: PurchaseFit }): Promise<ChurnScorer> {
    const { view, about, purchaseFit } = question;
    return new ChurnScorer(question, purchaseFit, await typicalCustomer(context.snapshot, view, about.day, purchaseFit.daysPerUnit));
  }

  /** Whether the first of some days had come by the day in question. */
  hasBegun(days: readonly number[]): boolean {
    return days.length > 0 && days[0]! <= this.question.about.day;
  }

  /** For ranking: nothing is made for each customer but these; null for one who had not bought by the day in question. */
  chances(days: readonly number[]): { readonly probability: number; readonly active: number } | null {
    const { model, fit } = this.purchaseFit;
    const history = historyOn(days, this.question.about.day, this.purchaseFit);
    if (history === null) return null;
    return {
      probability: model.probabilityNoPurchase(fit.parameters, history, this.#horizon),
      active: model.probabilityAlive(fit.parameters, history),
    };
  }

  score(customerId: string, document: Pick<ChurnDocument, 'd' | 'c'>): ChurnScore | NoScore {
    const { horizon, about } = this.question;
    const { model, fit, unit } = this.purchaseFit;
    const history = historyOn(document.d, about.day, this.purchaseFit);
    if (history === null || isClosed(document.c)) {
      const notEnoughData =
        history === null
          ? `No purchase by ${about.name}: a likelihood of leaving needs at least one.`
          : 'The customer is closed: reopen the customer to have the likelihood again.';
      return { customerId, probability: null, horizon, about: about.name, notEnoughData };
    }
    const interval = noPurchaseInterval(model, fit, history, this.#horizon);
    return {
      customerId,
      probability: model.probabilityNoPurchase(fit.parameters, history, this.#horizon),
      low: interval?.lower ?? null,
      high: interval?.upper ?? null,
      horizon,
      about: about.name,
      probabilityAlive: model.probabilityAlive(fit.parameters, history),
      reasons: churnReasons(model, fit.parameters, history, this.#horizon, this.typical, unit),
      facts: factsOf(document.d, history.x, about.day),
      model: purchaseReferenceTo(this.purchaseFit),
    };
  }

  get #horizon(): number {
    return this.question.horizonDays / this.purchaseFit.daysPerUnit;
  }
}

function factsOf(days: readonly number[], repeats: number, about: number): ChurnFacts {
  const last = days[repeats]!;
  return { purchases: repeats + 1, firstPurchase: dayName(days[0]!), lastPurchase: dayName(last), daysSinceLastPurchase: about - last };
}
