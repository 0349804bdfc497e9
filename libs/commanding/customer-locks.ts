/** One task at a time for each customer, in the order of the calls; customers do not wait for one another. */
export class CustomerLocks {
  readonly #last = new Map<string, Promise<unknown>>();

  async run<T>(customerId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(customerId);
    const mine = before ? before.then(work, work) : work();
    this.#last.set(customerId, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(customerId) === mine) this.#last.delete(customerId);
    }
  }
}
