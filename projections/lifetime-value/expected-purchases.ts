import type { PurchaseHistory } from '@tenure/models';
import { dayName } from '@tenure/time';
import { isClosedOn } from '../shared/scoring/dated-closings.js';
import { historyOn, type PurchaseFit } from '../shared/scoring/purchase-fit.js';
import { objectedOn } from '../shared/scoring/scoring-objection.js';
import { type CurrencyTotals, totalsByCurrency } from './currency-totals.js';
import { DiscountedByTerms } from './discounted-by-terms.js';
import type { DiscountedPurchases } from './discounted-purchases.js';
import { dayOfFact, type ValueDocument } from './document.js';
import type { ValueQuestion } from './question.js';
import { dailySpend, type SpendByDay } from './spend.js';

/** The expected purchases of a customer in one currency, and what they are computed from. */
export interface Expectation {
  /** Discounted purchase days in the currency within the horizon: purchasesIfAlive x probabilityAlive. */
  readonly expectedPurchases: number;
  /** Of a customer who has surely not left. */
  readonly purchasesIfAlive: number;
  readonly probabilityAlive: number;
  readonly daily: SpendByDay;
  readonly history: PurchaseHistory;
  /** Share of the purchase days so far with a purchase in the currency: 1 for customers who buy in one only. */
  readonly share: number;
}

export interface PurchaseFacts {
  readonly purchases: number;
  readonly firstPurchase: string;
  readonly lastPurchase: string;
  readonly totals: readonly CurrencyTotals[];
}

/** Computes the expected purchases of the customers of one question: the basis of a value, and available without a model of spend too. */
export class ExpectedPurchases {
  readonly discounted: DiscountedPurchases;
  readonly #endless: DiscountedPurchases | null;

  constructor(
    private readonly question: ValueQuestion,
    private readonly purchaseFit: PurchaseFit,
    private readonly currency: string,
    private readonly discounts = new DiscountedByTerms(purchaseFit),
  ) {
    const { horizonDays, discountRate } = question;
    this.discounted = discounts.of(horizonDays, discountRate);
    this.#endless = discountRate > 0 ? discounts.of(Infinity, discountRate) : null;
  }

  /** About another day: what was computed on the same terms serves both. */
  about(question: ValueQuestion): ExpectedPurchases {
    return new ExpectedPurchases(question, this.purchaseFit, this.currency, this.discounts);
  }

  /** Null for a customer who objects to scoring, is closed, or had not bought in the currency, by the day in question. */
  of(document: ValueDocument): Expectation | null {
    const { known } = this.question;
    if (objectedOn(document.n) !== null || isClosedOn(document.c, known.dayOf, known.until)) return null;
    const daily = dailySpend(document, this.currency, known);
    if (daily.spendDays.length === 0) return null;
    const { model, fit } = this.purchaseFit;
    const history = historyOn(daily.days, known.until, this.purchaseFit)!;
    const probabilityAlive = model.probabilityAlive(fit.parameters, history);
    const share = daily.spendDays.length / daily.days.length;
    const purchasesIfAlive = this.discounted.whileAlive(history) * share;
    return { expectedPurchases: purchasesIfAlive * probabilityAlive, purchasesIfAlive, probabilityAlive, daily, history, share };
  }

  /** The share of all future purchases that lies within the horizon; null without discounting, where their sum is infinite. */
  ofInfinite({ expectedPurchases, history, probabilityAlive, share }: Expectation): number | null {
    if (this.#endless === null) return null;
    const all = this.#endless.whileAlive(history) * probabilityAlive * share;
    return all === 0 ? null : Math.min(1, expectedPurchases / all);
  }

  facts(document: ValueDocument, { daily: { days } }: Expectation): PurchaseFacts {
    return {
      purchases: days.length,
      firstPurchase: dayName(days[0]!),
      lastPurchase: dayName(days[days.length - 1]!),
      totals: totalsByCurrency(document, this.question.known),
    };
  }

  /** Why a customer has no expectation. */
  whyNone({ o: orders, c: closings }: ValueDocument): string {
    const { about, known } = this.question;
    if (isClosedOn(closings, known.dayOf, known.until)) return 'The customer is closed: reopen the customer to have the value again.';
    if (!orders.some((order) => dayOfFact(order, known.dayOf) <= known.until)) return `No purchase by ${about}: a value needs at least one.`;
    return `No purchase in ${this.currency} by ${about}: values are in ${this.currency}, and nothing is converted. Ask with another currency.`;
  }
}
