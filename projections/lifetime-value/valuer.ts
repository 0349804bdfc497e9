import type { MoneyTotal } from '@tenure/customer';
import { gammaGamma, repeatSpendUpTo } from '@tenure/models';
import { dayName } from '@tenure/time';
import { minorPerMajor, moneyOf } from '../shared/money/money.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { type PurchaseModelReference, purchaseReferenceTo } from '../shared/scoring/purchase-fit.js';
import { refusedBy } from '../shared/scoring/scoring-objection.js';
import type { ValueDocument } from './document.js';
import { DrawnSum } from './drawn-sum.js';
import { ExpectedPurchases, type PurchaseFacts } from './expected-purchases.js';
import { outlierText } from './outliers.js';
import { ownMargin } from './own-margin.js';
import { pastCosts } from './past-costs.js';
import { type ModelPair, referencesTo, termsOf, type ValueFits, type ValueQuestion, type ValueTerms } from './question.js';
import { splitValue, type ValueSplit } from './split-value.js';
import { ValueDraws } from './value-draws.js';
import { intervalFrom, type WithInterval } from './value-interval.js';
import type { ValueParts } from './value-parts.js';

/** What a model of purchases tells without one of spend. */
interface ExpectedOnly {
  /** Discounted purchase days in the currency within the horizon. */
  readonly expectedPurchases: number;
  /** The share of all future purchases that lies within the horizon. */
  readonly ofInfinite: number | null;
  readonly probabilityAlive: number;
  readonly facts: PurchaseFacts;
}

export interface CustomerValue extends ValueTerms, ExpectedOnly, WithInterval {
  readonly customerId: string;
  /** expectedPurchases x expectedSpend x margin (or ownMargin). */
  readonly value: MoneyTotal;
  readonly expectedSpend: { readonly amount: MoneyTotal; readonly priorMean: MoneyTotal; readonly ownMean: MoneyTotal | null; readonly ownWeight: number };
  /** Where products have margins of their own: that of the customer's purchases. It takes the place of `margin`. */
  readonly ownMargin?: number;
  readonly parts: ValueSplit;
  /** A sentence where the customer's own spend is far above that of all. */
  readonly outlier?: string;
  readonly models: ModelPair;
}

/** Without a model of spend, expected purchases are still given, with the model that they come from. */
export interface NoValue extends ValueTerms, NotEnoughData, Partial<ExpectedOnly> {
  readonly customerId: string;
  readonly value: null;
  readonly models?: { readonly purchases: PurchaseModelReference };
}

/** Computes the values of the customers of one question. */
export class Valuer {
  readonly #purchases: ExpectedPurchases;
  readonly #unitsPerMajor: number;
  #draws: ValueDraws | string | null = null;

  constructor(
    private readonly question: ValueQuestion,
    private readonly fits: ValueFits,
    other: Valuer | null = null,
  ) {
    this.#purchases = other === null ? new ExpectedPurchases(question, fits.purchases, fits.currency) : other.#purchases.about(question);
    this.#unitsPerMajor = minorPerMajor(fits.currency);
  }

  /** With the same fits as of another day since 1970, on the terms of that day. */
  about(day: number): Valuer {
    const { question } = this;
    const about = dayName(day);
    return new Valuer({ ...question, ...question.termsOn(about), about, known: { ...question.known, until: day } }, this.fits, this);
  }

  /** Null for a customer who objects to scoring, is closed, or had not bought in the currency of the model, by the day in question. */
  parts(document: ValueDocument): ValueParts | null {
    const expectation = this.#purchases.of(document);
    if (expectation === null) return null;
    const { x, repeatMinor } = repeatSpendUpTo(expectation.daily, this.question.known.until);
    const ownMean = x === 0 ? 0 : Math.max(0, repeatMinor) / this.#unitsPerMajor / x; // if more was given back than paid, spend is zero, not negative
    const spend = gammaGamma.expectedSpend(this.fits.spend.parameters, x, ownMean);
    const margin = ownMargin(document, this.fits.currency, this.question.known, this.question);
    return { ...expectation, value: expectation.expectedPurchases * spend.spend * margin.share, repeats: x, margin, spend };
  }

  /** An empty sum of values, for `intervalOfSum`. */
  emptySum(): DrawnSum {
    return new DrawnSum(this.fits.purchases.daysPerUnit);
  }

  intervalOfSum(sum: DrawnSum): WithInterval {
    return this.#interval((draws) => sum.at(draws));
  }

  #interval(valuesAt: (draws: ValueDraws) => Float64Array): WithInterval {
    this.#draws ??= ValueDraws.of(this.fits, this.#purchases.discounted);
    const draws = this.#draws;
    return typeof draws === 'string' ? { interval: null, noInterval: draws } : intervalFrom(() => valuesAt(draws), this.fits.currency);
  }

  value(customerId: string, document: ValueDocument): CustomerValue | NoValue {
    const parts = this.parts(document);
    const terms = termsOf(this.question);
    if (parts === null) return { customerId, value: null, ...terms, notEnoughData: this.#purchases.whyNone(document) };
    const { spend } = parts;
    const outlier = outlierText(spend);
    const money = (major: number): MoneyTotal => moneyOf(major, this.fits.currency);
    const worth = money(parts.value);
    const facts = this.#purchases.facts(document, parts);
    const totals = facts.totals.find(({ currency }) => currency === this.fits.currency)!;
    return {
      customerId,
      value: worth,
      ...this.#interval((draws) => draws.of(parts)),
      expectedPurchases: parts.expectedPurchases,
      ofInfinite: this.#purchases.ofInfinite(parts),
      probabilityAlive: parts.probabilityAlive,
      expectedSpend: {
        amount: money(spend.spend),
        priorMean: money(spend.priorMean),
        ownMean: spend.weight > 0 ? money(spend.ownMean) : null,
        ownWeight: spend.weight,
      },
      ...(this.question.productMargins.size > 0 && { ownMargin: parts.margin.share }),
      parts: splitValue(parts, worth, totals, pastCosts(document, this.question.known, this.question.costs)),
      ...(outlier !== null && { outlier }),
      ...terms,
      facts,
      models: referencesTo(this.fits),
    };
  }
}

/** Answers about the customers of one question, whatever data is missing for it; nothing about those who object to scoring. */
export function valueAnswers(question: ValueQuestion): (customerId: string, document: ValueDocument) => CustomerValue | NoValue {
  const terms = termsOf(question);
  const answer = valuesOf(question, terms);
  return (customerId, document) => {
    const refused = refusedBy(document.n);
    return refused === null ? answer(customerId, document) : { customerId, value: null, ...terms, ...refused };
  };
}

function valuesOf(question: ValueQuestion, terms: ValueTerms): (customerId: string, document: ValueDocument) => CustomerValue | NoValue {
  const { fits, purchases, currency } = question;
  if (!isNotEnough(fits)) {
    const valuer = new Valuer(question, fits);
    return (customerId, document) => valuer.value(customerId, document);
  }
  if (isNotEnough(purchases) || currency === null) return (customerId) => ({ customerId, value: null, ...terms, ...fits });
  const expected = new ExpectedPurchases(question, purchases, currency);
  return (customerId, document) => {
    const found = expected.of(document);
    if (found === null) return { customerId, value: null, ...terms, notEnoughData: expected.whyNone(document) };
    return {
      customerId,
      value: null,
      expectedPurchases: found.expectedPurchases,
      ofInfinite: expected.ofInfinite(found),
      probabilityAlive: found.probabilityAlive,
      ...terms,
      facts: expected.facts(document, found),
      models: { purchases: purchaseReferenceTo(purchases) },
      ...fits,
    };
  };
}
