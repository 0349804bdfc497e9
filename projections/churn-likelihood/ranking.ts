import { termsOf, type ValueFits, type ValueQuestion, type ValueTerms } from '../lifetime-value/question.js';
import { Valuer } from '../lifetime-value/valuer.js';
import { readCurrency } from '../shared/query-parameters/currency.js';
import { readNumber } from '../shared/query-parameters/number.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import type { Order } from './orders.js';
import type { ChurnListParameters } from './parameters.js';

/** The order of a list, and the customers on it. */
export interface Ranking {
  readonly order: Order;
  /** Why the order is by probability though value at risk was requested; null when it is not. */
  readonly noValueAtRisk: NotEnoughData | null;
  /** The value of customers; null without a model of spend. */
  readonly values: { readonly valuer: Valuer; readonly fits: ValueFits; readonly terms: ValueTerms } | null;
  readonly minProbability: number;
  /** The requested currency: customers who never bought in it are left out; null if none was requested. */
  readonly buyersIn: string | null;
  /** Customers less likely to be active are left out: there is nothing left to lose. */
  readonly minActive: number;
}

const probablyStillThere = 0.5;

export function rankingOf(parameters: ChurnListParameters, question: ValueQuestion): Ranking {
  const wanted = parameters.order ?? 'value-at-risk';
  const { fits } = question;
  const values = isNotEnough(fits) ? null : { valuer: new Valuer(question, fits), fits, terms: termsOf(question) };
  const order = values === null ? 'probability' : wanted;
  return {
    order,
    noValueAtRisk: wanted === 'value-at-risk' && isNotEnough(fits) ? fits : null,
    values,
    buyersIn: readCurrency(parameters.currency),
    minProbability: readNumber(parameters.minProbability, 0),
    minActive: readNumber(parameters.minActive, wanted === 'value-at-risk' ? probablyStillThere : 0),
  };
}

/** The mean loss if nothing is done: expected value x likelihood of no purchase within the horizon. */
export const valueAtRisk = (value: number, probability: number): number => value * probability;
