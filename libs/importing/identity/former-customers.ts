import { HashCounts } from '../hash-counts.js';
import type { ColumnObserver } from '../reading/column-observer.js';
import type { SourceRow } from '../reading/source-row.js';

/** Concurrent questions to the log: where it is a server, each is a call. */
const questionsAtOnce = 32;

/**
 * Customers whom version 0.1.0 recorded under an e-mail address or a number as written in a file. They keep that id; otherwise
 * the same file would be recorded again for other customers.
 */
export class FormerCustomers implements ColumnObserver {
  #wasAsked = false;
  #isLookingUp = false;
  readonly #met = new HashCounts();
  readonly #known = new Set<string>();
  #open: string[] = [];

  constructor(private readonly isKnown: (customerId: string) => Promise<boolean>) {}

  /** Whether there is such a customer, as far as looked up; while rows are being looked up, an unknown id is queued. */
  has(customerId: string): boolean {
    if (this.#known.has(customerId)) return true;
    this.#wasAsked = true;
    if (this.#isLookingUp && this.#met.add(customerId) === 0) this.#open.push(customerId);
    return false;
  }

  /** A file is first read once to learn whether it identifies anybody by a personal value: most files do not. */
  get isDecided(): boolean {
    return this.#wasAsked;
  }

  /** Nothing to do: reading a row has asked already. */
  see(): void {}

  /** Looks up the customers of a file before its first row is imported; reading the rows queues them. */
  async lookUp(blocks: AsyncIterable<SourceRow[]>): Promise<void> {
    if (!this.#wasAsked) return;
    this.#isLookingUp = true;
    for await (const _ of blocks) {
      const questions = this.#open.values();
      const oneAfterAnother = async () => {
        for (const customerId of questions) if (await this.isKnown(customerId)) this.#known.add(customerId);
      };
      await Promise.all(Array.from({ length: Math.min(questionsAtOnce, this.#open.length) }, oneAfterAnother));
      this.#open = [];
    }
    this.#isLookingUp = false;
  }
}
