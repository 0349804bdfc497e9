import { LRUCache } from 'lru-cache';
import { Doorkeeper } from './doorkeeper.js';
import type { HeldDocument } from './fold.js';

/** Characters of JSON whose parsed form a view keeps in memory, for customers with another event soon. */
const HELD_CHARACTERS = 500_000;
/** A small document costs more in memory than its characters. */
const CHARACTERS_AT_LEAST = 100;
/** Items in the lists of divided documents that a view keeps in memory: reading a list of 200,000 again takes a fifth of a second. */
const HELD_ITEMS = 1_000_000;
/** A customer counts as seen recently if fewer other customers have had events in between. */
const RECENT_CUSTOMERS = 1_000;

/** Documents of a view held in memory, parsed, as they are stored. */
export class HeldDocuments {
  readonly #whole = new LRUCache<string, HeldDocument>({ maxSize: HELD_CHARACTERS });
  readonly #divided = new LRUCache<string, HeldDocument>({ maxSize: HELD_ITEMS });
  readonly #doorkeeper = new Doorkeeper(RECENT_CUSTOMERS);

  get(key: string): HeldDocument | undefined {
    return this.#whole.get(key) ?? this.#divided.get(key);
  }

  /** `length`: of the document's text; for a divided document, of its frame. */
  keep(key: string, held: HeldDocument, length: number): void {
    if (held.lists) {
      this.#whole.delete(key);
      this.#divided.set(key, held, { size: 1 + held.lists.reduce((sum, list) => sum + list.length, 0) });
    } else if (this.#whole.has(key) || this.#doorkeeper.knows(key)) {
      // Where every event is another customer's, keeping their documents costs a tenth of all the work and helps nobody.
      this.#whole.set(key, held, { size: Math.max(length, CHARACTERS_AT_LEAST) });
    }
  }

  letGo(key: string): void {
    this.#whole.delete(key);
    this.#divided.delete(key);
  }

  clear(): void {
    this.#whole.clear();
    this.#divided.clear();
  }
}
