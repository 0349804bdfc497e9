/** How many of the most valuable customers make a share of the value; `last` is the place of the last one among all, as given. */
export interface Makers {
  readonly customers: number;
  readonly value: number;
  readonly last: number;
}

/** Sums of one total that are added up in two ways differ by less, as a share of it: ten times 0.7 is a little more than 7. */
const rounding = 1e-12;

/** Values in order, the most valuable first, with their sum from the first to each. */
export class Concentration {
  readonly customers: number;
  readonly total: number;
  readonly #order: Uint32Array;
  /** Of the first 0, 1, 2, ... customers. */
  readonly #upTo: Float64Array;

  /** @param values 0 or more each; @param before which of two equal ones comes first, by place */
  constructor(values: Float64Array, before: (left: number, right: number) => number) {
    this.customers = values.length;
    this.#order = Uint32Array.from(values.keys()).sort((left, right) => values[right]! - values[left]! || before(left, right));
    this.#upTo = new Float64Array(values.length + 1);
    this.#order.forEach((place, i) => {
      this.#upTo[i + 1] = this.#upTo[i]! + values[place]!;
    });
    this.total = this.#upTo[values.length]!;
  }

  /** The fewest customers who make at least `tenths` tenths of the total, but for rounding; null where the total is 0. */
  makersOf(tenths: number): Makers | null {
    if (this.total === 0) return null;
    const wanted = tenths === 10 ? this.total : this.total * (tenths / 10) * (1 - rounding);
    let low = 1;
    let high = this.customers;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#upTo[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return this.#first(low);
  }

  /** The top `percent` of all customers, rounded up to a whole one; null without customers. */
  top(percent: number): Makers | null {
    return this.customers === 0 ? null : this.#first(Math.ceil((this.customers * percent) / 100));
  }

  /** The share of the total that the least valuable `tenths` tenths of the customers make (Lorenz 1905), a part of a customer in proportion. */
  lorenz(tenths: number): number | null {
    if (this.total === 0) return null;
    const above = (this.customers * (10 - tenths)) / 10;
    const whole = Math.floor(above);
    const below = this.#upTo[whole]!;
    const partly = whole < this.customers ? (above - whole) * (this.#upTo[whole + 1]! - below) : 0;
    return 1 - (below + partly) / this.total;
  }

  /** Gini's coefficient (1914): 0 where all are worth the same, 1 - 1/n where one makes all; null where the total is 0. */
  gini(): number | null {
    if (this.total === 0) return null;
    let area = 0; // below the curve of shares from the most valuable down, in customers
    for (let i = 0; i < this.customers; i += 1) area += (this.#upTo[i]! + this.#upTo[i + 1]!) / 2 / this.total;
    return Math.max(0, (2 * area) / this.customers - 1);
  }

  #first(customers: number): Makers {
    return { customers, value: this.#upTo[customers]!, last: this.#order[customers - 1]! };
  }
}
