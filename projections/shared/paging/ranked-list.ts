import { BestFirst, type Ranked } from './best-first.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { readLimit } from './limit.js';

export interface PageAsked {
  readonly limit?: string;
  readonly cursor?: string;
}

/** A page of a ranking, and the cursor of the next one: null on the last page. */
export interface RankedPage<Entry> {
  readonly page: readonly Entry[];
  readonly next: string | null;
}

/**
 * One page of a list that is ranked by a number, made in one pass over all customers: an entry that `accepts` admits is added.
 *
 * @throws BadQuery when the cursor is invalid, or belongs to a list about something else than `pins` say
 */
export class RankedList<Entry extends Ranked> {
  readonly #limit: number;
  readonly #best: BestFirst<Entry>;

  /** @param pins what the list is about: the same on each of its pages */
  constructor(
    { limit, cursor }: PageAsked,
    private readonly pins: Readonly<Record<string, unknown>>,
  ) {
    this.#limit = readLimit(limit);
    this.#best = new BestFirst(this.#limit + 1, decodeCursor(cursor, pins, ['value', 'key']));
  }

  /** Whether an entry of this rank would be kept: lets the caller build the entry only then. */
  accepts(value: number, key: string): boolean {
    return this.#best.accepts(value, key);
  }

  add(entry: Entry): void {
    this.#best.add(entry);
  }

  page(): RankedPage<Entry> {
    const found = this.#best.inOrder();
    const page = found.slice(0, this.#limit);
    const last = page.at(-1);
    if (found.length <= this.#limit || last === undefined) return { page, next: null };
    return { page, next: encodeCursor({ ...this.pins, place: { value: last.value, key: last.key } }) };
  }
}
