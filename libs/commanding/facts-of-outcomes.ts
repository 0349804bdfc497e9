import { asChanged, correctableAs } from '@tenure/customer';
import { type EventLogReader, type NewEvent, type RecordedEvent, streamOf } from '@tenure/event-log';
import type { CommandRow, RowOutcome } from './command-row.js';
import type { CustomerRecord } from './customer-record.js';
import type { DecidedRow, Plan } from './plan.js';
import type { DecideSurroundings } from './plan-rows.js';
import { refusedAnyway } from './refused-anyway.js';

/** The events of one customer from a revision on. */
export type ReadEvents = (from: number, limit: number) => Promise<readonly (NewEvent & Pick<RecordedEvent, 'unopened'>)[]>;

export function eventsOf(log: Pick<EventLogReader, 'readStream'>, customerId: string): ReadEvents {
  return (from, limit) => log.readStream(streamOf(customerId), { from, limit });
}

interface Decision {
  readonly row: CommandRow;
  readonly decided: DecidedRow;
  readonly plan: Plan;
  readonly record: CustomerRecord;
  readonly read: ReadEvents;
  readonly surroundings: DecideSurroundings;
}

/** Tells an import which facts its keys recorded, so that it can say what differs and what still holds. */
export async function withFacts(outcome: RowOutcome, decision: Decision): Promise<RowOutcome> {
  return outcome.status === 'refused' ? withReused(outcome, decision) : withVoided(outcome, decision);
}

async function withReused(outcome: Extract<RowOutcome, { status: 'refused' }>, decision: Decision): Promise<RowOutcome> {
  const { row, decided, plan, surroundings } = decision;
  const { command } = row[outcome.at]!;
  if (decided.refusedAt === null || decided.refusal.kind !== 'key-reused') return outcome;
  if (command.payloadHash === undefined || outcome.outcome.status !== 'key-reused') return outcome;
  const { by } = decided.refusal;
  // A fact of the same plan comes after everything that could change it.
  const fact =
    'firstEvent' in by ? asPlanned(plan.events[by.firstEvent + by.types.length - 1]) : await factAt(by.firstRevision + by.types.length - 1, decision);
  if (fact.unopened) {
    const detail = `${outcome.outcome.detail} Whether it says the same cannot be told now: ${fact.unopened.message}`;
    return { ...outcome, outcome: { ...outcome.outcome, detail } };
  }
  const { recorded, now } = fact;
  return { ...outcome, outcome: { ...outcome.outcome, recorded, now, refusedAnyway: refusedAnyway(command, surroundings) } };
}

async function withVoided(outcome: Extract<RowOutcome, { status: 'accepted' }>, decision: Decision): Promise<RowOutcome> {
  const { row, decided, record } = decision;
  if (decided.refusedAt !== null || record.changes.size === 0) return outcome;
  const outcomes = [...outcome.outcomes];
  for (const [at, each] of decided.decided.entries()) {
    const own = outcomes[at];
    if (each.kind !== 'known' || own?.status !== 'accepted' || row[at]?.command.payloadHash === undefined) continue;
    const { now } = await factAt(each.known.firstRevision + each.known.types.length - 1, decision);
    if (now === null) outcomes[at] = { ...own, isVoided: true };
  }
  return { ...outcome, outcomes };
}

interface KeptFact {
  readonly recorded?: NewEvent | undefined;
  readonly now?: NewEvent | null | undefined;
  /** Why part of it is not known. */
  readonly unopened?: Error | undefined;
}

const asPlanned = (recorded: NewEvent | undefined): KeptFact => ({ recorded, now: recorded });

/** Changes of an earlier fact of that name, voided and recorded again, do not belong to it. */
async function factAt(revision: number, { record, read }: Decision): Promise<KeptFact> {
  const [recorded] = await read(revision, 1);
  const name = recorded ? correctableAs(recorded) : null;
  let now: NewEvent | null | undefined = recorded;
  let unopened = recorded?.unopened;
  for (const changedAt of (name !== null && record.changes.get(name)) || []) {
    if (changedAt < revision || !now) continue;
    const [change] = await read(changedAt, 1);
    if (change) now = asChanged(now, change);
    unopened ??= change?.unopened;
  }
  return { recorded, now, unopened };
}
