import type { NewEvent } from '@tenure/event-log';
import { aspects } from './aspects.js';
import type { ComplaintResolved, CountedStep } from './complaints/events.js';
import { given } from './fact.js';
import { inNewestVersion } from './newest-version.js';
import { occurrenceOf, printOccurrence } from './occurrence.js';
import { plainEvent } from './plain-event.js';

const all = aspects.flatMap(({ events }) => events.map(({ type, correctable, changes }) => ({ type, correctable, changes })));
const changes: ReadonlyMap<string, string | undefined> = new Map(all.map((event) => [event.type, event.changes]));
const correctable: ReadonlyMap<string, string | undefined> = new Map(all.map((event) => [event.type, event.correctable]));

type Texts = Readonly<Record<string, string | null>>;

interface Correction {
  readonly was: Readonly<Record<string, unknown>> & { readonly steps?: readonly CountedStep[] };
  readonly now: Readonly<Record<string, unknown>> & { readonly steps?: readonly CountedStep[] };
}

/** The name of the fact that a correction or voiding changes, unique within one customer; null if the event is neither. */
export function changedBy({ type, data }: NewEvent): string | null {
  const property = changes.get(type);
  return property === undefined ? null : `${property} ${(data as Readonly<Record<string, string>>)[property]}`;
}

/** The same name for the fact itself; null if it cannot be corrected. A fact without an id is named by its command's. */
export function correctableAs({ type, data, metadata }: NewEvent): string | null {
  const property = correctable.get(type);
  return property === undefined ? null : `${property} ${(data as Readonly<Record<string, string>>)[property] ?? metadata.commandId}`;
}

/** A fact as a correction leaves it, in the newest version; null once it is voided. The note and the reason of a correction belong to the correction. */
export function asChanged(recorded: NewEvent, change: NewEvent): NewEvent | null {
  if (change.type.endsWith('Voided')) return null;
  const fact = plainEvent(inNewestVersion(recorded));
  const correction = inNewestVersion(change);
  const { was, now } = correction.data as Correction;
  const texts = (correction.personal ?? {}) as Texts;
  if (fact.type === 'ComplaintResolved') return resolvedAsCorrected(fact, was.steps ?? [], now.steps ?? [], texts['resolution']);
  const data: Record<string, unknown> = { ...fact.data };
  for (const name in was) delete data[name];
  for (const [name, value] of Object.entries(now)) {
    if (value === null && !(name in was)) delete data[name];
    else data[name] = value;
  }
  delete data['occurredAt'];
  delete data['steps'];
  const { occurredAt, precision, metadata } = correction;
  return { ...fact, occurredAt, precision, data, personal: saidAsCorrected(fact, texts), metadata };
}

/** The texts of the fact after a correction; null removes one. */
function saidAsCorrected({ type, personal }: NewEvent, texts: Texts): object {
  const { note: _note, reason: _reason, wasSubject: _subject, wasResolution: _was, resolution: _resolution, returnReason, ...said } = texts;
  const corrected = type === 'PurchaseReturned' && returnReason !== undefined ? { ...said, reason: returnReason } : said;
  return Object.fromEntries(Object.entries({ ...personal, ...corrected }).filter(([, text]) => text !== null));
}

/** Steps have no ids: a resolution is found by its date. If it stands, the correction holds its text. */
function resolvedAsCorrected(fact: NewEvent, was: readonly CountedStep[], now: readonly CountedStep[], said: string | null | undefined): NewEvent {
  const date = printOccurrence(fact);
  const at = was.findIndex(({ step, occurredAt }) => step === 'resolved' && occurredAt === date);
  const step = was.length === now.length ? now[at] : undefined;
  if (step === undefined) return fact;
  const { complaintId } = fact.data as ComplaintResolved;
  const stands = now.findLast((each) => each.step !== 'acknowledged') === step;
  const personal = stands && said ? { ...fact.personal, resolution: said } : fact.personal;
  const { compensation } = step;
  return { ...fact, precision: undefined, ...occurrenceOf(step.occurredAt), data: { complaintId, ...given({ compensation }) }, personal };
}
