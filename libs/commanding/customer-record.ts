import { type CustomerState, changedBy, evolve, initialState } from '@tenure/customer';
import { type EventLogReader, isTorn, type NewEvent, type Position, type RecordedEvent, streamOf, tornCommand } from '@tenure/event-log';
import type { Plan } from './plan-rows.js';

/** A command that this customer's stream already holds. */
export interface KnownCommand {
  readonly payloadHash: string;
  readonly firstRevision: number;
  /** Types of its events, in order. */
  readonly types: readonly string[];
  /** Of its last event. */
  readonly position: Position;
}

/** All that is needed to decide the next command of a customer, folded from its stream: never ahead of the log. */
export interface CustomerRecord {
  /** Of the last event; -1 when the customer is unknown. */
  revision: number;
  state: CustomerState;
  readonly commands: Map<string, KnownCommand>;
  /** Fact -> revisions of the events that put it right or take it back, in order. */
  readonly changes: Map<string, number[]>;
  /**
   * The last event of the stream, when that ends inside a command. The record then ends before that command: an append that
   * repeats it as it was first decided completes it, and any other conflicts.
   */
  torn: RecordedEvent | null;
}

const PAGE = 5_000;

/** Few different lists of event types follow from a command, and there are millions of commands: each list is kept once. */
const knownTypes = new Map<string, readonly string[]>();

export function interned(types: readonly string[]): readonly string[] {
  const key = types.join();
  const known = knownTypes.get(key);
  if (known) return known;
  knownTypes.set(key, types);
  return types;
}

export function newRecord(): CustomerRecord {
  return { revision: -1, state: initialState(), commands: new Map(), changes: new Map(), torn: null };
}

export async function isKnownCustomer(log: Pick<EventLogReader, 'readStream'>, customerId: string): Promise<boolean> {
  return (await log.readStream(streamOf(customerId), { limit: 1 })).length > 0;
}

export async function loadCustomer(log: Pick<EventLogReader, 'readStream'>, customerId: string): Promise<CustomerRecord> {
  const record = newRecord();
  await catchUp(record, log, customerId);
  return record;
}

/** Folds in what the log holds behind the record. @throws StreamDamaged when it goes on behind a torn command */
export async function catchUp(record: CustomerRecord, log: Pick<EventLogReader, 'readStream'>, customerId: string): Promise<void> {
  /** Of a command that has not ended yet: it counts wholly or not at all. */
  let command: RecordedEvent[] = [];
  for (;;) {
    const page = await log.readStream(streamOf(customerId), { from: record.revision + 1 + command.length, limit: PAGE });
    for (const event of page) {
      const before = command.at(-1);
      if (before && isTorn(before, event)) throw tornCommand(before);
      command.push(event);
      if (isTorn(event, null)) continue;
      for (const each of command) remember(record, each);
      command = [];
    }
    if (page.length < PAGE) break;
  }
  record.torn = command.at(-1) ?? null;
}

/** Moves the record over the events of a plan, once the log has taken them; `positions` has one for each, or none in a preview. */
export function moveOver(record: CustomerRecord, { draft, planned }: Plan, positions: readonly Position[]): void {
  const firstRevision = record.revision + 1;
  record.state = draft.takeEffect();
  record.revision += draft.events.length;
  for (const [at, event] of draft.events.entries()) noteChange(record, event, firstRevision + at);
  for (const { id, payloadHash, types, firstEvent } of planned) {
    const position = positions[firstEvent + types.length - 1] ?? '';
    record.commands.set(id, { payloadHash, types, firstRevision: firstRevision + firstEvent, position });
  }
}

function remember(record: CustomerRecord, event: RecordedEvent): void {
  record.state = evolve(record.state, event);
  record.revision = event.revision;
  noteChange(record, event, event.revision);
  const { commandId, payloadHash } = event.metadata;
  const known = record.commands.get(commandId);
  record.commands.set(commandId, {
    payloadHash,
    firstRevision: known?.firstRevision ?? event.revision,
    types: interned(known ? [...known.types, event.type] : [event.type]),
    position: event.position,
  });
}

function noteChange({ changes }: CustomerRecord, event: NewEvent, revision: number): void {
  const fact = changedBy(event);
  if (fact === null) return;
  const known = changes.get(fact);
  if (known) known.push(revision);
  else changes.set(fact, [revision]);
}
