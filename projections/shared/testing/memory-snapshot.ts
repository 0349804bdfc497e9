import { customerStreams, type ProjectedKind, type Projection, readBy } from '@tenure/projecting';
import type { Checkpoint, ReadSnapshot, StoredDocument, View } from '@tenure/read-store';
import { eventOf, type GivenEvent } from './events.js';

/** Customers, or other subjects with streams, and their events, in order of arrival. */
export type Histories = Readonly<Record<string, readonly GivenEvent[]>>;

interface Kept {
  readonly documents: readonly StoredDocument[];
  readonly sums: ReadonlyMap<string, number>;
}

const eventsOf = (kind: ProjectedKind, key: string, given: readonly GivenEvent[]) => given.map((one, revision) => eventOf(kind, key, revision, one));

/** Folds as the engine does: only what the projection reads. */
export function fold<Document>(projection: Projection<Document>, key: string, given: readonly GivenEvent[]): Document {
  return readBy(projection, eventsOf(projection.of, key, given)).reduce((document, each) => projection.evolve(document, each), projection.initial(key));
}

/** The sums that the engine keeps, by definition: every contribution of every document added up. */
export function sumOf(projection: Projection, documents: Iterable<unknown>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const document of documents) {
    for (const [cell, amount] of projection.contributions(document)) sums.set(cell, (sums.get(cell) ?? 0) + amount);
  }
  for (const [cell, amount] of sums) if (amount === 0) sums.delete(cell);
  return sums;
}

/** By bytes in UTF-8, as stores sort. */
const ascending = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** A read store for specs: projections of given histories, stored as JSON text as in a real store. */
export class MemorySnapshot implements ReadSnapshot {
  readonly #kept = new Map<string, Kept>();

  /** `others`: histories of streams other than customers', by the name of their kind. */
  // biome-ignore lint/suspicious/noExplicitAny: each projection has a document type of its own
  constructor(projections: ReadonlyArray<Projection<any>>, ofCustomers: Histories, others: Readonly<Record<string, Histories>> = {}) {
    for (const projection of projections) {
      const histories = { ...others, [customerStreams.name]: ofCustomers }[projection.of.name] ?? {};
      const documents = Object.keys(histories)
        .sort(ascending)
        .flatMap((key) => {
          const last = readBy(projection, eventsOf(projection.of, key, histories[key]!)).at(-1);
          return last ? [{ key, revision: last.revision, body: JSON.stringify(fold(projection, key, histories[key]!)) }] : [];
        });
      this.#kept.set(projection.name, {
        documents,
        sums: sumOf(
          projection,
          documents.map(({ body }) => JSON.parse(body) as unknown),
        ),
      });
    }
  }

  #of(view: View): Kept {
    return this.#kept.get(view.projection)!;
  }

  async view(projection: string): Promise<View | null> {
    return this.#kept.has(projection) ? { projection, version: 1, build: 1, live: true, logId: null } : null;
  }

  async checkpoint(): Promise<Checkpoint> {
    return { position: '0000000000000007', recordedAt: 0 };
  }

  async get(view: View, key: string): Promise<StoredDocument | null> {
    return this.#of(view).documents.find((document) => document.key === key) ?? null;
  }

  async page(view: View, { after, limit }: { after: string | null; limit: number }): Promise<StoredDocument[]> {
    return this.#of(view)
      .documents.filter(({ key }) => after === null || ascending(key, after) > 0)
      .slice(0, limit);
  }

  // biome-ignore lint/suspicious/noExplicitAny: as the port
  async *scan(view: View): AsyncIterable<Array<[key: string, document: any]>> {
    const { documents } = this.#of(view);
    for (let i = 0; i < documents.length; i += 2) {
      yield documents.slice(i, i + 2).map(({ key, body }) => [key, JSON.parse(body)]);
    }
  }

  async count(view: View): Promise<number> {
    return this.#of(view).documents.length;
  }

  async sums(view: View, prefix: string): Promise<Array<[cell: string, amount: number]>> {
    return [...this.#of(view).sums].filter(([cell]) => cell.startsWith(prefix)).sort(([left], [right]) => ascending(left, right));
  }

  async parked(): Promise<never[]> {
    return [];
  }

  close(): void {}
}
