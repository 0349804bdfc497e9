import type { RecordedEvent } from '@tenure/event-log';
import type { CellAmount } from '@tenure/read-store';
import type { ProjectedKind } from './projected-kind.js';

/**
 * A read model as an algebra: what the events of one stream, mostly a customer's, amount to (`initial`, `evolve`), and what that adds
 * to each aggregate cell (`contributions`). An aggregate is the sum of all contributions and nothing else; from this the engine can
 * keep it, check it, rebuild it, and add partitions up.
 *
 * A document above 1 MiB reaches `evolve` with long lists in place of its long arrays (see `LongList`): on anything that grows with
 * events, use `length`, `at` and `splice` alone, and take an item out before changing it. `contributions` receives arrays.
 *
 * All four are deterministic and do no I/O. `evolve` owns the document it is given: it may change it in place and return it, or return
 * another. The same facts in any order of arrival give the same document, byte for byte, once written by `JSON.stringify`.
 */
export interface Projection<Document = unknown> {
  readonly name: string;
  /** Increase it whenever the same events would give other documents or other cells, and whenever `reads` changes: the engine rebuilds. */
  readonly version: number;
  /** The kind of stream: each stream has one document, under its id. */
  readonly of: ProjectedKind;
  /**
   * The types of event that `evolve` receives, of any version; other events are not passed to it and cost nothing. A document's
   * revision is that of the last event that it has read. A customer without such events has no document.
   */
  readonly reads: readonly string[] | 'all';
  /** Top-level fields of a document whose numbers come from callers (a score, an attribute) and are not added up: they may be of any size. */
  readonly given?: readonly string[];
  /** For a document that is a list: each item contributes independently, so the contributions of a part of the list are those of its items. */
  readonly additive?: boolean;
  initial(key: string): Document;
  evolve(document: Document, event: RecordedEvent): Document;
  /** May name cells of the future ("dormant from May"): then the passing of time needs no event. Integers only. */
  contributions(document: Document): CellAmount[];
}

/** The events of a stream that a projection reads, in their order. */
export function readBy({ reads }: Pick<Projection, 'reads'>, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return reads === 'all' ? events : events.filter(({ type }) => reads.includes(type));
}
