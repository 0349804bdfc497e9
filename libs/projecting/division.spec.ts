import { joinPieces, type KeptDocument, type Piece } from '@tenure/read-store';
import fc from 'fast-check';
import { type DivisionLimits, listsIn, plainOf, readKept, writeDocument } from './division.js';
import { LongList } from './long-list.js';

const limits: DivisionLimits = { whole: 60, page: 20, items: 3 };

/** A store of one document that notes how many pieces were written. */
class Shelf {
  kept: KeptDocument | null = null;
  written = 0;
  readonly #pieces = new Map<string, string>();

  #lists: readonly LongList[] | null = null;

  put(revision: number, document: unknown): unknown {
    const { stored, document: held, lists } = writeDocument({ key: 'c', revision, document, lists: this.#lists }, limits);
    this.#lists = lists;
    const { division, ...frame } = stored;
    for (const { id, text } of division?.added ?? []) {
      expect(this.#pieces.has(id)).toBe(false);
      this.#pieces.set(id, text);
      this.written += 1;
    }
    for (const id of division?.dropped ?? []) expect(this.#pieces.delete(id)).toBe(true);
    const pieces = division?.ids.map((id): Piece => ({ id, text: this.#pieces.get(id)! }));
    // No pieces are left behind.
    expect(this.#pieces.size).toBe(pieces?.length ?? 0);
    this.kept = { ...frame, ...(pieces && { pieces }) };
    return held;
  }

  /** As after a restart. */
  read(): unknown {
    const document = readKept(this.kept!);
    this.#lists = this.kept!.pieces ? listsIn(document) : null;
    return document;
  }

  get text(): string {
    return joinPieces(
      this.kept!.body,
      (this.kept!.pieces ?? []).map(({ text }) => text),
    );
  }
}

interface Document {
  name: string;
  numbers: number[];
  facts: Array<[id: string, values: number[]]>;
}

const arbitraryStep = fc.record({
  list: fc.constantFrom('numbers', 'facts', 'values'),
  place: fc.nat({ max: 40 }),
  count: fc.constantFrom(0, 0, 0, 1, 1, 3),
  added: fc.array(fc.integer(), { maxLength: 4 }),
  restarts: fc.boolean(),
});

function change(document: Document, { list, place, count, added }: { list: string; place: number; count: number; added: number[] }): void {
  if (list === 'numbers') document.numbers.splice(Math.min(place, document.numbers.length), count, ...added);
  else if (list === 'facts') {
    const facts = added.map((value): [string, number[]] => [`fact ${value} \u0001`, [value]]);
    document.facts.splice(Math.min(place, document.facts.length), count, ...facts);
  } else {
    const [fact] = document.facts.splice(place, 1);
    if (!fact) return;
    fact[1].splice(0, count, ...added);
    document.facts.splice(place, 0, fact);
  }
}

it('is the same text as if it had never been divided, whatever changes, and leaves no piece behind', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStep, { maxLength: 60 }), (steps) => {
      const plain: Document = { name: 'x \u0001 [\u0001]', numbers: [], facts: [] };
      const shelf = new Shelf();
      let held = structuredClone(plain) as unknown;
      steps.forEach((step, revision) => {
        change(plain, step);
        change(held as Document, step);
        held = shelf.put(revision, held);
        expect(shelf.text).toBe(JSON.stringify(plain));
        expect(plainOf(held)).toEqual(plain);
        if (step.restarts) held = shelf.read();
      });
    }),
    { numRuns: 500 },
  );
});

it('leaves no piece behind of a list that went with what it was part of', () => {
  const shelf = new Shelf();
  const held = shelf.put(0, { facts: [['fact', Array.from({ length: 40 }, (_, n) => n)]] }) as { facts: unknown[] };
  expect(shelf.kept!.pieces!.length).toBeGreaterThan(0);
  held.facts.splice(0, 1);
  shelf.put(1, held);
  expect(shelf.kept!.pieces).toEqual([]);
});

it('writes one page for a change, however long the list', () => {
  const shelf = new Shelf();
  const held = shelf.put(0, { numbers: Array.from({ length: 10_000 }, (_, n) => n) }) as { numbers: number[] };
  const before = shelf.written;
  expect(before).toBeGreaterThan(1_000);
  held.numbers.splice(5_000, 0, 4_999.5);
  shelf.put(1, held);
  expect(shelf.written - before).toBeLessThanOrEqual(2);
});

it('tells what a page holds before it changes for the first time', () => {
  const shelf = new Shelf();
  const held = shelf.put(0, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190]) as LongList<number>;
  const noted: number[] = [];
  held.onChange = (items) => noted.push(...items);
  held.splice(2, 1, 35);
  held.splice(2, 1, 36);
  expect(noted).toContain(30);
  expect(noted).not.toContain(190);
  expect(held.changed().flatMap(({ items }) => items)).toContain(36);
});
