import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../engine/client.js';
import type { SentCommand } from './acknowledgements.js';

/**
 * Checks a log against the ledger of acknowledgements; returns a sentence for each violation.
 * The log itself gives the total order, so every check is linear but for one sort (the idea of Elle: Kingsbury and
 * Alvaro, VLDB 2020).
 */
export function checkHistory(sent: readonly SentCommand[], events: readonly Event[]): string[] {
  const byCommand = new Map<string, Event[]>();
  for (const event of events) {
    const key = keyOf(event.subject, event.commandid);
    byCommand.set(key, [...(byCommand.get(key) ?? []), event]);
  }
  return [...wrongOrder(events), ...sent.flatMap((command) => wrongEffect(command, byCommand)), ...strangers(sent, byCommand), ...againstRealTime(sent)];
}

const keyOf = (customerId: string, commandId: string) => `${customerId}\n${commandId}`;

/** Positions strictly increase; the revisions of each customer are 0, 1, 2 and so on; no event is there twice. */
function wrongOrder(events: readonly Event[]): string[] {
  const wrong: string[] = [];
  const next = new Map<string, number>();
  const ids = new Set<string>();
  let last = '';
  for (const { sequence, subject, revision, id } of events) {
    if (sequence <= last) wrong.push(`position ${sequence} follows ${last}`);
    last = sequence;
    const expected = next.get(subject) ?? 0;
    if (revision !== expected) wrong.push(`${subject} has revision ${revision} where ${expected} was due`);
    next.set(subject, revision + 1);
    if (ids.has(id)) wrong.push(`event ${id} is there twice`);
    ids.add(id);
  }
  return wrong;
}

function wrongEffect(command: SentCommand, byCommand: ReadonlyMap<string, readonly Event[]>): string[] {
  const { name, key, customerId, outcome, expectedRevision } = command;
  const events = byCommand.get(keyOf(customerId, key)) ?? [];
  const what = `${name} ${key} on ${customerId}`;
  // A key stands for one command: another command sent under the same key must have left nothing, which the content shows.
  const own = events.filter((event) => isEffectOf(command, event));
  if (own.length > 1) return [`${what} took effect ${own.length} times`];
  if (outcome.kind === 'refused') return own.length === 0 ? [] : [`${what} was refused with ${outcome.code}, and is there`];
  if (outcome.kind === 'unknown') return [];
  const { revision, position, events: acknowledged } = outcome.accepted;
  const [event] = own;
  if (!event) return [`${what} was acknowledged, and is lost`];
  const wrong: string[] = [];
  if (event.revision !== revision) wrong.push(`${what} was acknowledged at revision ${revision}, and is at ${event.revision}`);
  if (event.sequence !== position) wrong.push(`${what} was acknowledged at position ${position}, and is at ${event.sequence}`);
  if (event.id !== acknowledged.at(-1)?.eventId) wrong.push(`${what} was acknowledged as event ${acknowledged.at(-1)?.eventId}, and is ${event.id}`);
  if (expectedRevision !== undefined && event.revision !== expectedRevision + 1)
    wrong.push(`${what} named revision ${expectedRevision}, and is at ${event.revision}`);
  return wrong;
}

/** Every field that was sent is in the event, with the same name and value. */
function isEffectOf({ name, body }: SentCommand, { type, data, time }: Event): boolean {
  if (!type.includes(`.${eventOf[name]}.`)) return false;
  const { customerId, occurredAt, ...fields } = body;
  if (typeof occurredAt === 'string' && Date.parse(occurredAt) !== Date.parse(time)) return false;
  return Object.entries(fields).every(([field, value]) => isDeepStrictEqual(data[field], value));
}

const eventOf: Readonly<Record<string, string>> = {
  RegisterCustomer: 'CustomerRegistered',
  RecordPurchase: 'PurchaseRecorded',
  RecordReturn: 'PurchaseReturned',
  RecordVisit: 'VisitRecorded',
};

/** Every event in the log comes from a command that was sent. */
function strangers(sent: readonly SentCommand[], byCommand: ReadonlyMap<string, readonly Event[]>): string[] {
  const known = new Set(sent.map(({ customerId, key }) => keyOf(customerId, key)));
  return [...byCommand].filter(([key]) => !known.has(key)).map(([, [event]]) => `event ${event!.id} of ${event!.subject} was sent by nobody`);
}

/** A command acknowledged before another one was sent precedes it in the log. */
function againstRealTime(sent: readonly SentCommand[]): string[] {
  const accepted = sent.flatMap((command) => (command.outcome.kind === 'accepted' ? [{ command, position: command.outcome.accepted.position }] : []));
  accepted.sort((a, b) => (a.position < b.position ? -1 : 1));
  const wrong: string[] = [];
  let earliest: SentCommand | null = null;
  for (const { command } of accepted.reverse()) {
    if (earliest && earliest.acknowledgedAt! < command.sentAt)
      wrong.push(`${command.key} was sent after ${earliest.key} had been acknowledged, and stands before it`);
    if (!earliest || command.acknowledgedAt! < earliest.acknowledgedAt!) earliest = command;
  }
  return wrong;
}
