import type { Piece } from '@tenure/read-store';

/** Items of a list that are written together. */
interface Page<Item> {
  /** Id of the piece that holds it unchanged; null when it has changed since. */
  id: string | null;
  items: Item[];
}

/** How a list is to be written: the ids of its pieces in order, the new pieces, and the ids of pieces it no longer uses. */
export interface WrittenList {
  readonly ids: readonly string[];
  readonly added: readonly Piece[];
  readonly dropped: readonly string[];
}

/** Begins every token: no other process can have written it into a document. */
const TOKEN = `list ${crypto.randomUUID()}`;
let lists = 0;

/**
 * A list too long to be written whole, in pages, of which a change touches one. A fold uses it like
 * an array, by `length`, `at` and `splice` alone; to change an item, it takes the item out first and
 * puts it back afterwards, so that the page is known to change.
 */
export class LongList<Item = unknown> {
  /** The text that represents the list where its document is printed. */
  readonly token: string;
  /** Called with the items of a page before its first change since it was written. */
  onChange: ((items: readonly Item[]) => void) | null = null;
  readonly #pages: Page<Item>[];
  #dropped: string[] = [];
  /** Created on first request, then kept in step. */
  #flat: Item[] | null = null;
  #length = 0;

  private constructor(pages: Page<Item>[]) {
    lists += 1;
    this.token = `${TOKEN} ${lists}`;
    this.#pages = pages;
    for (const { items } of pages) this.#length += items.length;
  }

  static of<Item>(items: readonly Item[]): LongList<Item> {
    return new LongList([{ id: null, items: [...items] }]);
  }

  /** The list as it was written. */
  static from<Item>(pieces: readonly Piece[]): LongList<Item> {
    return new LongList(pieces.map(({ id, text }) => ({ id, items: JSON.parse(`[${text}]`) as Item[] })));
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): Item | undefined {
    const found = this.#find(index < 0 ? this.#length + index : index);
    return found ? this.#pages[found.page]!.items[found.place] : undefined;
  }

  splice(start: number, count: number, ...added: readonly Item[]): Item[] {
    const removed: Item[] = [];
    for (let n = 0; n < count && start < this.#length; n += 1) removed.push(this.#remove(start));
    for (const [n, item] of added.entries()) this.#insert(start + n, item);
    return removed;
  }

  /** All items, in an array that must not be changed. */
  flat(): readonly Item[] {
    if (this.#flat === null) {
      this.#flat = [];
      for (const { items } of this.#pages) for (const item of items) this.#flat.push(item);
    }
    return this.#flat;
  }

  /** The items of the pages that are not written in this form; `from`: the index of the first item. */
  changed(): Array<{ readonly from: number; readonly items: readonly Item[] }> {
    let from = 0;
    return this.#pages.flatMap(({ id, items }) => {
      const page = { from, items };
      from += items.length;
      return id === null ? [page] : [];
    });
  }

  /** Writes the changed pages as new pieces of about `pageLength` characters; after that, they count as written. */
  write(newId: () => string, pageLength: number): WrittenList {
    const added: Piece[] = [];
    for (let at = 0; at < this.#pages.length; at += 1) {
      const { id, items } = this.#pages[at]!;
      if (id !== null) continue;
      const runs = runsOf(items, pageLength).map((run) => ({ ...run, id: newId() }));
      added.push(...runs.map(({ id, text }) => ({ id, text })));
      this.#pages.splice(at, 1, ...runs);
      at += runs.length - 1;
    }
    const dropped = this.#dropped;
    this.#dropped = [];
    return { ids: this.#pages.map(({ id }) => id!), added, dropped };
  }

  /** The pieces that hold the list, none of which is needed any more. */
  release(): string[] {
    return [...this.#dropped, ...this.#pages.flatMap(({ id }) => id ?? [])];
  }

  toJSON(): string {
    return this.token;
  }

  #remove(index: number): Item {
    const { page, place } = this.#find(index)!;
    const { items } = this.#touch(page);
    const [item] = items.splice(place, 1);
    if (items.length === 0) this.#pages.splice(page, 1);
    this.#flat?.splice(index, 1);
    this.#length -= 1;
    return item!;
  }

  #insert(index: number, item: Item): void {
    if (this.#pages.length === 0) this.#pages.push({ id: null, items: [] });
    // At the end of the previous page rather than at the beginning of the next.
    const before = this.#find(index - 1) ?? { page: 0, place: -1 };
    this.#touch(before.page).items.splice(before.place + 1, 0, item);
    this.#flat?.splice(index, 0, item);
    this.#length += 1;
  }

  #touch(at: number): Page<Item> {
    const page = this.#pages[at]!;
    if (page.id !== null) {
      this.onChange?.(page.items);
      this.#dropped.push(page.id);
      page.id = null;
    }
    return page;
  }

  #find(index: number): { page: number; place: number } | null {
    let place = index;
    for (const [page, { items }] of this.#pages.entries()) {
      if (place >= 0 && place < items.length) return { page, place };
      place -= items.length;
    }
    return null;
  }
}

/** Cut so that no run is much longer than a page, unless it is a single item. */
function runsOf<Item>(items: Item[], pageLength: number): Array<{ items: Item[]; text: string }> {
  const text = JSON.stringify(items).slice(1, -1);
  if (text.length <= 2 * pageLength || items.length === 1) return [{ items, text }];
  const perPage = Math.max(1, Math.floor((items.length * pageLength) / text.length));
  const runs = [];
  for (let from = 0; from < items.length; from += perPage) runs.push(...runsOf(items.slice(from, from + perPage), pageLength));
  return runs;
}
