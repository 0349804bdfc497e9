import { type MoneyTotal, moneyTotal } from '@tenure/customer';
import { gammaGamma, repeatSpendUpTo } from '@tenure/models';
import { dayName } from '@tenure/time';
import { isClosed } from '../shared/last-write/closing.js';
import { minorPerMajor, moneyOf } from '../shared/money/money.js';
import type { NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { historyOn } from '../shared/scoring/purchase-fit.js';
import { DiscountedPurchases } from './discounted-purchases.js';
import type { ValueDocument } from './document.js';
import { type ModelPair, referencesTo, termsOf, type ValueFits, type ValueQuestion, type ValueTerms } from './question.js';
import { dailySpend, totalsByCurrency } from './spend.js';

export interface CustomerValue extends ValueTerms {
  readonly customerId: string;
  /** expectedPurchases x expectedSpend x margin. */
  readonly value: MoneyTotal;
  /** Discounted purchase days within the horizon, of those in the currency. */
  readonly expectedPurchases: number;
  readonly probabilityAlive: number;
  readonly expectedSpend: { readonly amount: MoneyTotal; readonly priorMean: MoneyTotal; readonly ownMean: MoneyTotal | null; readonly ownWeight: number };
  readonly facts: { readonly purchases: number; readonly firstPurchase: string; readonly lastPurchase: string; readonly totals: readonly ShownTotals[] };
  readonly models: ModelPair;
}

export interface ShownTotals {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: MoneyTotal;
  readonly returned: MoneyTotal;
  readonly returnedUntied: MoneyTotal;
}

export interface NoValue extends ValueTerms, NotEnoughData {
  readonly customerId: string;
  readonly value: null;
}

/** The parts of a value, in model units and major units of money. */
export interface ValueParts {
  readonly value: number;
  readonly expectedPurchases: number;
  readonly probabilityAlive: number;
  readonly spend: { readonly spend: number; readonly priorMean: number; readonly ownMean: number; readonly weight: number };
  readonly days: readonly number[];
  /** Repeat purchase days by the day in question. */
  readonly x: number;
}

/** Values customers of one question. */
export class Valuer {
  readonly #discounted: DiscountedPurchases;
  readonly #unitsPerMajor: number;

  constructor(
    private readonly question: ValueQuestion,
    private readonly fits: ValueFits,
  ) {
    this.#discounted = new DiscountedPurchases(fits.purchases, question.horizonDays, question.discountRate);
    this.#unitsPerMajor = minorPerMajor(fits.currency);
  }

  /** Null for a customer who is closed, or had not bought in the currency of the model by the day in question. */
  parts(document: ValueDocument): ValueParts | null {
    if (isClosed(document.c)) return null;
    const { purchases, spend: spendFit, currency } = this.fits;
    const { aboutDay, margin } = this.question;
    const daily = dailySpend(document, currency);
    const { days, spendDays } = daily;
    const inCurrency = countUpTo(spendDays, aboutDay);
    if (inCurrency === 0) return null;
    const history = historyOn(days, aboutDay, purchases)!;
    const probabilityAlive = purchases.model.probabilityAlive(purchases.fit.parameters, history);
    const share = inCurrency / (history.x + 1); // of the purchase days so far: 1 for all who buy in one currency
    const expectedPurchases = this.#discounted.expected(history, probabilityAlive) * share;
    const { x, repeatMinor } = repeatSpendUpTo(daily, aboutDay);
    const ownMean = x === 0 ? 0 : Math.max(0, repeatMinor) / this.#unitsPerMajor / x; // more given back than paid is nothing, not less
    const spend = gammaGamma.expectedSpend(spendFit.parameters, x, ownMean);
    return { value: expectedPurchases * spend.spend * margin, expectedPurchases, probabilityAlive, spend, days, x: history.x };
  }

  value(customerId: string, document: ValueDocument): CustomerValue | NoValue {
    const parts = this.parts(document);
    const terms = termsOf(this.question);
    if (parts === null) return { customerId, value: null, ...terms, notEnoughData: this.#whyNot(document) };
    const { spend, days, x } = parts;
    const money = (major: number): MoneyTotal => moneyOf(major, this.fits.currency);
    return {
      customerId,
      value: money(parts.value),
      expectedPurchases: parts.expectedPurchases,
      probabilityAlive: parts.probabilityAlive,
      expectedSpend: {
        amount: money(spend.spend),
        priorMean: money(spend.priorMean),
        ownMean: spend.weight > 0 ? money(spend.ownMean) : null,
        ownWeight: spend.weight,
      },
      ...terms,
      facts: { purchases: x + 1, firstPurchase: dayName(days[0]!), lastPurchase: dayName(days[x]!), totals: shownTotals(document, this.question.aboutDay) },
      models: referencesTo(this.fits),
    };
  }

  #whyNot({ o: orders, c: closing }: ValueDocument): string {
    const { currency } = this.fits;
    const { about, aboutDay } = this.question;
    if (isClosed(closing)) return 'The customer is closed: reopen the customer to have the value again.';
    if (orders.length === 0 || orders[0]![0] > aboutDay) return `No purchase by ${about}: a value needs at least one.`;
    return `No purchase in ${currency} by ${about}: values are in ${currency}, and nothing is converted. Ask with another currency.`;
  }
}

function countUpTo(ascending: readonly number[], most: number): number {
  let count = ascending.length;
  while (count > 0 && ascending[count - 1]! > most) count -= 1;
  return count;
}

function shownTotals(document: ValueDocument, about: number): ShownTotals[] {
  return totalsByCurrency(document, about).map(({ currency, purchases, spend, returned, returnedUntied }) => ({
    currency,
    purchases,
    spend: moneyTotal(spend, currency),
    returned: moneyTotal(returned, currency),
    returnedUntied: moneyTotal(returnedUntied, currency),
  }));
}
