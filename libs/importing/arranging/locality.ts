/** Loading a customer again costs some 30 us, spooling a row a tenth of that: above this share of the rows spooling pays. */
const worthwhile = 0.2;

/**
 * How often a file returns to a customer it had left, who then probably has to be loaded again. A file sorted by customer
 * never does, nor does one with a row for each customer; one sorted by time does so with nearly every row.
 */
export class Locality {
  rows = 0;
  #visits = 0;
  #metBefore = 0;

  /** `customersMet`: number of different customers in the import so far. */
  constructor(private readonly customersMet: () => number) {}

  /** Rows that are decided together visit each of their customers once. */
  note(customers: Uint32Array): void {
    this.rows += customers.length;
    this.#visits += new Set(customers).size;
  }

  /** Decides on the rows noted since the last verdict. */
  isScattered(): boolean {
    const met = this.customersMet();
    const returns = this.#visits - (met - this.#metBefore);
    const scattered = returns > this.rows * worthwhile;
    this.#metBefore = met;
    this.#visits = 0;
    this.rows = 0;
    return scattered;
  }
}
