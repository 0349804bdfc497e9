import { HashCounts } from '../hash-counts.js';
import type { ColumnObserver } from '../reading/column-observer.js';
import type { SourceRow } from '../reading/source-row.js';

/** Questions to the log that are open at a time: where it is a server, each is a call. */
const questionsAtOnce = 32;

/**
 * Customers whom version 0.1.0 recorded under an e-mail address or a number as it stands in a file. They keep that id, or the
 * same file would be recorded again for other customers.
 */
export class FormerCustomers implements ColumnObserver {
  #wasAsked = false;
  #isLookingUp = false;
  readonly #met = new HashCounts();
  readonly #known = new Set<string>();
  #open: string[] = [];

  constructor(private readonly isKnown: (customerId: string) => Promise<boolean>) {}

  /** Whether there is such a customer, as far as it was looked up; while rows are looked up, a new one will be. */
  has(customerId: string): boolean {
    if (this.#known.has(customerId)) return true;
    this.#wasAsked = true;
    if (this.#isLookingUp && this.#met.add(customerId) === 0) this.#open.push(customerId);
    return false;
  }

  /** A file is read through once to learn whether anybody in it is known by something personal: in most files nobody is. */
  get isDecided(): boolean {
    return this.#wasAsked;
  }

  /** Reading a row has asked already. */
  see(): void {}

  /** Looks up whom the rows of a file are about, which reading them asks for, before the first of them is imported. */
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
