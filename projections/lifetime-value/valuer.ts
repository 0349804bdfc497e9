import { gammaGamma } from '@tenure/models';
import { dayName } from '../calendar/civil-days.js';
import { isClosed } from '../last-write/closing.js';
import { type Money, minorPerMajor, moneyOf } from '../money/money.js';
import { historyOn } from '../scoring/purchase-fit.js';
import { DiscountedPurchases } from './discounted-purchases.js';
import type { ValueDocument } from './projection.js';
import { type ModelPair, referencesTo, type ValueFits, type ValueQuestion, termsOf, type ValueTerms } from './question.js';
import { spendOf, totalsByCurrency } from './spend.js';

export interface CustomerValue extends ValueTerms {
  readonly customerId: string;
  /** expectedPurchases x expectedSpend x margin. */
  readonly value: Money;
  /** Discounted purchase days within the horizon. */
  readonly expectedPurchases: number;
  readonly probabilityAlive: number;
  readonly expectedSpend: { readonly amount: Money; readonly priorMean: Money; readonly ownMean: Money | null; readonly ownWeight: number };
  readonly facts: { readonly purchases: number; readonly firstPurchase: string; readonly lastPurchase: string; readonly totals: readonly ShownTotals[] };
  readonly models: ModelPair;
}

export interface ShownTotals {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: Money;
  readonly returned: Money;
  readonly returnedUntied: Money;
}

export interface NoValue extends ValueTerms {
  readonly customerId: string;
  readonly value: null;
  readonly notEnoughData: string;
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
  private readonly discounted: DiscountedPurchases;
  private readonly unitsPerMajor: number;

  constructor(
    private readonly question: ValueQuestion,
    private readonly fits: ValueFits,
  ) {
    this.discounted = new DiscountedPurchases(fits.purchases, question.horizonDays, question.discountRate);
    this.unitsPerMajor = minorPerMajor(fits.currency);
  }

  /** Null for who is closed or had not bought by the day in question. */
  parts(document: ValueDocument): ValueParts | null {
    if (isClosed(document.c)) return null;
    const { purchases, spend: spendFit, currency } = this.fits;
    const spent = spendOf(document, currency, this.question.aboutDay);
    const history = historyOn(spent.days, this.question.aboutDay, purchases);
    if (history === null) return null;
    const probabilityAlive = purchases.model.probabilityAlive(purchases.fit.parameters, history);
    const expectedPurchases = this.discounted.expected(history, probabilityAlive);
    const own = spent.repeatMinor > 0; // all of it returned: the model knows no spend of nothing
    const spend = gammaGamma.expectedSpend(spendFit.parameters, own ? spent.repeats : 0, own ? spent.repeatMinor / this.unitsPerMajor / spent.repeats : 0);
    return { value: expectedPurchases * spend.spend * this.question.margin, expectedPurchases, probabilityAlive, spend, days: spent.days, x: history.x };
  }

  value(customerId: string, document: ValueDocument): CustomerValue | NoValue {
    const parts = this.parts(document);
    const terms = termsOf(this.question);
    if (parts === null) {
      const notEnoughData = isClosed(document.c)
        ? 'The customer is closed: reopen the customer to have the value again.'
        : `No purchase by ${terms.about}: a value needs at least one.`;
      return { customerId, value: null, ...terms, notEnoughData };
    }
    const { spend, days, x } = parts;
    const money = (major: number): Money => moneyOf(major, this.fits.currency);
    return {
      customerId,
      value: money(parts.value),
      expectedPurchases: parts.expectedPurchases,
      probabilityAlive: parts.probabilityAlive,
      expectedSpend: {
        amount: money(spend.spend), priorMean: money(spend.priorMean), ownMean: spend.weight > 0 ? money(spend.ownMean) : null, ownWeight: spend.weight,
      },
      ...terms,
      facts: { purchases: x + 1, firstPurchase: dayName(days[0]!), lastPurchase: dayName(days[x]!), totals: shownTotals(document, this.question.aboutDay) },
      models: referencesTo(this.fits),
    };
  }
}

function shownTotals(document: ValueDocument, about: number): ShownTotals[] {
  return totalsByCurrency(document, about).map(({ currency, purchases, spend, returned, returnedUntied }) => ({
    currency, purchases, spend: { minor: spend, currency }, returned: { minor: returned, currency }, returnedUntied: { minor: returnedUntied, currency },
  }));
}
