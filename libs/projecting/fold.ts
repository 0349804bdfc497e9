import type { RecordedEvent } from '@tenure/event-log';
import type { CellAmount, StoredDocument } from '@tenure/read-store';
import { type Fault, faultIn } from './fault.js';
import type { Projection } from './projection.js';
import type { SumChanges } from './sum-changes.js';
import { messageOf } from './write-refused.js';

/** A customer's document in hand: parsed, as `evolve` takes it. */
export interface HeldDocument {
  /** Of the last event in it. */
  readonly revision: number;
  readonly document: unknown;
}

export type FoldResult =
  | { readonly outcome: 'folded'; readonly stored: StoredDocument; readonly held: HeldDocument }
  /** `before`: how many of the events went through. What was held may be half changed: let go of it. */
  | Stopped
  /** What came of all the events together is nothing to write; `firstFault` says at which of them it began. */
  | { readonly outcome: 'faulty' };

export interface Stopped {
  readonly outcome: 'stopped';
  readonly before: number;
  readonly at: RecordedEvent;
  readonly reason: string;
}

/** In UTF-16 units, of three bytes at most: MongoDB holds 16 MiB. */
const LARGEST_DOCUMENT = 5_000_000;

export function hold({ revision, body }: StoredDocument): HeldDocument {
  return { revision, document: JSON.parse(body) };
}

/**
 * Takes one customer's document over the next events of its stream, which follow its revision without a gap, and
 * notes what its contributions change; a fold that throws notes nothing.
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
  const before = held ? projection.contributions(document) : [];
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
  const result = resultOf(projection, document);
  if ('fault' in result) return { outcome: 'faulty' };
  sums.move(before, result.cells);
  const revision = last?.revision ?? held?.revision ?? -1;
  return { outcome: 'folded', stored: { key, revision, body: result.body }, held: { revision, document } };
}

/** Of events whose fold is faulty: the first with which it is. `held`: as before them, not as the fold has left it. */
export function firstFault(
  projection: Projection,
  key: string,
  held: HeldDocument | null,
  events: readonly RecordedEvent[],
  discarded?: ReadonlySet<number>,
): Stopped {
  let document = held ? held.document : projection.initial(key);
  for (const [before, at] of events.entries()) {
    if (discarded?.has(at.revision)) continue;
    document = projection.evolve(document, at);
    const result = resultOf(projection, document);
    if ('fault' in result) return { outcome: 'stopped', before, at, reason: `After ${at.type} (revision ${at.revision}) ${result.fault}` };
  }
  throw new Error(`${projection.name} folds the events of customer "${key}" to something else each time: its evolve is not deterministic.`);
}

type Result = { readonly body: string; readonly cells: CellAmount[] } | { readonly fault: string };

/** What is written of a document, looked through: finite, safe, not too large; or what is wrong with it. */
function resultOf(projection: Projection, document: unknown): Result {
  const { name } = projection;
  const fault = faultOf(projection, document);
  if (fault) return { fault: `${name} holds ${fault.found} at ${fault.pointer || 'the top'}, which cannot be kept.` };
  let cells: CellAmount[];
  try {
    cells = projection.contributions(document);
  } catch (error) {
    return { fault: `the contributions of ${name} fail: ${messageOf(error)}` };
  }
  for (const [cell, amount] of cells)
    if (!Number.isSafeInteger(amount)) return { fault: `${name} adds ${amount} to its sum ${cell}, which is no whole number that adds up exactly.` };
  const body = JSON.stringify(document);
  if (body.length > LARGEST_DOCUMENT) return { fault: `${name} holds ${body.length} characters, more than the ${LARGEST_DOCUMENT} that every store takes.` };
  return { body, cells };
}

function faultOf({ given }: Projection, document: unknown): Fault | null {
  if (!given || typeof document !== 'object' || document === null) return faultIn(document);
  for (const [field, value] of Object.entries(document)) {
    const fault = faultIn(value, given.includes(field));
    if (fault) return { ...fault, pointer: `/${field}${fault.pointer}` };
  }
  return null;
}
