import type { RecordedEvent } from '@tenure/event-log';
import { type CellAmount, type DocumentChange, DocumentDamaged, type KeptDocument } from '@tenure/read-store';
import { DIVISION, listsIn, plainOf, readKept, writeDocument } from './division.js';
import { type Fault, faultIn } from './fault.js';
import { LongList } from './long-list.js';
import type { Projection } from './projection.js';
import type { SumChanges } from './sum-changes.js';
import { messageOf } from './write-refused.js';

/** A customer's document in memory: parsed, as `evolve` takes it. */
export interface HeldDocument {
  /** Revision of the last event that it has read. */
  readonly revision: number;
  readonly document: unknown;
  /** The lists it is divided into; null: it is one text. */
  readonly lists: readonly LongList[] | null;
  /** The contributions of a divided document, where they are known already. */
  readonly cells?: readonly CellAmount[];
}

export type FoldResult =
  | { readonly outcome: 'folded'; readonly stored: DocumentChange; readonly held: HeldDocument }
  /** `before`: how many of the events were folded. The held document may be partly changed: discard it. */
  | Stopped
  /** The result of all events together cannot be written; `firstFault` finds the event at which that began. */
  | { readonly outcome: 'faulty' };

export interface Stopped {
  readonly outcome: 'stopped';
  readonly before: number;
  readonly at: RecordedEvent;
  readonly reason: string;
}

/** Limit of one text, in UTF-16 units of three bytes at most: MongoDB holds 16 MiB. */
const LARGEST_TEXT = 5_000_000;

/** @throws DocumentDamaged */
export function hold(stored: KeptDocument): HeldDocument {
  try {
    const document = readKept(stored);
    return { revision: stored.revision, document, lists: stored.pieces ? listsIn(document) : null };
  } catch (error) {
    throw new DocumentDamaged(stored.key, error as Error);
  }
}

/**
 * Folds the next events of one customer's stream that the projection reads into its document, and notes how its contributions
 * change; a fold that throws notes nothing.
 */
export function foldCustomer(
  projection: Projection,
  key: string,
  held: HeldDocument | null,
  events: readonly RecordedEvent[],
  sums: SumChanges,
  discarded?: ReadonlySet<number>,
): FoldResult {
  let document = held ? held.document : projection.initial(key);
  const before = held ? contributionsBefore(projection, held) : [];
  const last = events[events.length - 1];
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    // An event that was discarded counts as folded: the document's revision passes it.
    if (discarded?.has(event.revision)) continue;
    try {
      document = projection.evolve(document, event);
    } catch (error) {
      return { outcome: 'stopped', before: i, at: event, reason: messageOf(error) };
    }
  }
  const revision = last?.revision ?? held?.revision ?? -1;
  const result = resultOf(projection, key, revision, document, held?.lists ?? null);
  if ('fault' in result) return { outcome: 'faulty' };
  const { stored, cells, lists } = result;
  sums.move(before, cells);
  return {
    outcome: 'folded',
    stored,
    held: { revision, document: result.document, lists, ...(lists !== null && !isAdditive(projection, result.document) && { cells }) },
  };
}

/** The first of the events after which the document is faulty. `held`: the document before them, not as the fold has left it. */
export function firstFault(
  projection: Projection,
  key: string,
  held: HeldDocument | null,
  events: readonly RecordedEvent[],
  discarded?: ReadonlySet<number>,
): Stopped {
  let document = held ? held.document : projection.initial(key);
  let lists = held?.lists ?? null;
  for (const [before, at] of events.entries()) {
    if (discarded?.has(at.revision)) continue;
    document = projection.evolve(document, at);
    const result = resultOf(projection, key, at.revision, document, lists);
    if ('fault' in result) return { outcome: 'stopped', before, at, reason: `After ${at.type} (revision ${at.revision}) ${result.fault}` };
    document = result.document;
    lists = result.lists;
  }
  throw new Error(`${projection.name} folds the events of customer "${key}" to something else each time: its evolve is not deterministic.`);
}

/** For a list whose items contribute independently: the contributions of the pages that change from now on, each noted before the change. */
function contributionsBefore(projection: Projection, { document, lists, cells }: HeldDocument): readonly CellAmount[] {
  if (lists === null) return projection.contributions(document);
  if (!isAdditive(projection, document)) return cells ?? projection.contributions(plainOf(document));
  const noted: CellAmount[] = [];
  document.onChange = (items) => noted.push(...projection.contributions(items));
  return noted;
}

const isAdditive = ({ additive }: Projection, document: unknown): document is LongList => additive === true && document instanceof LongList;

function contributionsAfter(projection: Projection, document: unknown, lists: HeldDocument['lists']): CellAmount[] {
  if (lists === null) return projection.contributions(document);
  if (!isAdditive(projection, document)) return projection.contributions(plainOf(document));
  return document.changed().flatMap(({ items }) => projection.contributions(items));
}

type Result =
  | { readonly stored: DocumentChange; readonly document: unknown; readonly lists: HeldDocument['lists']; readonly cells: CellAmount[] }
  | { readonly fault: string };

/** Checks what would be written of a document: finite, safe, not too large. Returns the change, or the fault. */
function resultOf(projection: Projection, key: string, revision: number, document: unknown, lists: HeldDocument['lists']): Result {
  const { name } = projection;
  const fault = faultOf(projection, document);
  if (fault) return { fault: `${name} holds ${fault.found} at ${fault.pointer || 'the top'}, which cannot be kept.` };
  let cells: CellAmount[];
  try {
    cells = contributionsAfter(projection, document, lists);
  } catch (error) {
    return { fault: `the contributions of ${name} fail: ${messageOf(error)}` };
  }
  const unsafe = cells.find(([, amount]) => !Number.isSafeInteger(amount));
  if (unsafe) return { fault: `${name} adds ${unsafe[1]} to its sum ${unsafe[0]}, which is no whole number that adds up exactly.` };
  const written = writeDocument({ key, revision, document, lists }, DIVISION);
  const longest = Math.max(written.stored.body.length, ...(written.stored.division?.added ?? []).map(({ text }) => text.length));
  if (longest > LARGEST_TEXT) return { fault: `${name} holds ${longest} characters in one place, more than the ${LARGEST_TEXT} that every store takes.` };
  return { ...written, cells };
}

function faultOf({ given }: Projection, document: unknown): Fault | null {
  if (!given || typeof document !== 'object' || document === null) return faultIn(document);
  for (const [field, value] of Object.entries(document)) {
    const fault = faultIn(value, given.includes(field));
    if (fault) return { ...fault, pointer: `/${field}${fault.pointer}` };
  }
  return null;
}
