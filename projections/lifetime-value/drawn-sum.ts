import { type PurchaseHistory, parameterDrawCount } from '@tenure/models';
import type { ValueSum } from './value-class.js';
import { type SplitValue, splitOf, type ValueDraws } from './value-draws.js';
import type { ValueParts } from './value-parts.js';

interface SameHistory extends SplitValue {
  readonly history: PurchaseHistory;
  readonly repeats: number;
}

/**
 * Adds up values of customers, so that the sum has an interval. Customers whose histories agree to about a tenth are one entry: as
 * many customers as there may be, there are some thousands of these, each with the values added up exactly, and only the multiple
 * at a draw of parameters is that of the middle history.
 */
export class DrawnSum implements ValueSum {
  customers = 0;
  value = 0;
  readonly #histories = new Map<number, SameHistory>();

  constructor(private readonly daysPerUnit: number) {}

  add(parts: ValueParts): void {
    this.customers += 1;
    this.value += parts.value;
    const { x, tx, T } = parts.history;
    const numbers = [x, parts.repeats, Math.round(T * this.daysPerUnit), Math.round((T - tx) * this.daysPerUnit)].map(classOf);
    const key = numbers.reduce((all, each) => all * classes + each, 0);
    const { own, rest } = splitOf(parts);
    const held = this.#histories.get(key);
    if (held === undefined) this.#histories.set(key, { history: this.#middle(numbers), repeats: middleOf(numbers[1]!), own, rest });
    else {
      held.own += own;
      held.rest += rest;
    }
  }

  /** The sum at each draw of the parameters. */
  at(draws: ValueDraws): Float64Array {
    const values = new Float64Array(parameterDrawCount);
    for (const { history, repeats, own, rest } of this.#histories.values()) draws.add(values, history, repeats, { own, rest });
    return values;
  }

  #middle([x, , age, silence]: readonly number[]): PurchaseHistory {
    const T = middleOf(age!) / this.daysPerUnit;
    return { x: middleOf(x!), tx: x === 0 ? 0 : Math.max(0, T - middleOf(silence!) / this.daysPerUnit), T };
  }
}

const exact = 16; // whole numbers below have a class of their own
const classes = 512;

/** Whole numbers with equal first four binary digits are of one class. */
function classOf(whole: number): number {
  if (whole < exact) return whole;
  const digits = Math.floor(Math.log2(whole)) - 3;
  return exact + (digits - 1) * 8 + Math.floor(whole / 2 ** digits) - 8;
}

/** The middle of a class, rounded down to a whole number. */
function middleOf(number: number): number {
  if (number < exact) return number;
  const digits = Math.floor((number - exact) / 8) + 1;
  const first = ((number - exact) % 8) + 8;
  return first * 2 ** digits + 2 ** (digits - 1) - 1;
}
