import type { NewEvent } from '@tenure/event-log';
import type { ComplaintResolved, CountedStep } from './complaints/events.js';
import { given } from './fact.js';
import { occurrenceOf, printOccurrence } from './occurrence.js';

/** Events that put a fact right or take it back, and the property by which they call it. */
const changes: Readonly<Record<string, string>> = {
  PurchaseCorrected: 'orderId',
  PurchaseVoided: 'orderId',
  ReturnCorrected: 'returnId',
  ReturnVoided: 'returnId',
  VisitCorrected: 'visitId',
  VisitVoided: 'visitId',
  ComplaintCorrected: 'complaintId',
  ComplaintVoided: 'complaintId',
  SatisfactionCorrected: 'satisfactionId',
  SatisfactionVoided: 'satisfactionId',
};

/** Facts that can be put right and taken back. */
const correctable: Readonly<Record<string, string>> = {
  PurchaseRecorded: 'orderId',
  PurchaseReturned: 'returnId',
  VisitRecorded: 'visitId',
  ComplaintLogged: 'complaintId',
  ComplaintResolved: 'complaintId',
  SatisfactionRecorded: 'satisfactionId',
};

interface Correction {
  readonly was: Readonly<Record<string, unknown>> & { readonly steps?: readonly CountedStep[] };
  readonly now: Readonly<Record<string, unknown>> & { readonly steps?: readonly CountedStep[] };
}

/** What a correction or voiding calls the fact that it changes, among those of one customer; null if it is neither. */
export function changedBy({ type, data }: NewEvent): string | null {
  const property = changes[type];
  return property === undefined ? null : `${property} ${(data as Readonly<Record<string, string>>)[property]}`;
}

/** The same name for the fact itself; null if it cannot be corrected. A fact without an id is called by its command's. */
export function correctableAs({ type, data, metadata }: NewEvent): string | null {
  const property = correctable[type];
  return property === undefined ? null : `${property} ${(data as Readonly<Record<string, string>>)[property] ?? metadata.commandId}`;
}

/** A fact as a correction leaves it; null once it is voided. The note of a correction is its own. */
export function asChanged(fact: NewEvent, correction: NewEvent): NewEvent | null {
  if (correction.type.endsWith('Voided')) return null;
  const { was, now } = correction.data as Correction;
  if (fact.type === 'ComplaintResolved') return resolvedAsCorrected(fact, was.steps ?? [], now.steps ?? []);
  const data: Record<string, unknown> = { ...fact.data };
  for (const name in was) delete data[name];
  for (const [name, value] of Object.entries(now)) {
    if (value === null && !(name in was)) delete data[name];
    else data[name] = value;
  }
  delete data['occurredAt'];
  delete data['steps'];
  const { note: _, ...said } = (correction.personal ?? {}) as Readonly<Record<string, unknown>>;
  const { occurredAt, precision, metadata } = correction;
  return { ...fact, occurredAt, precision, data, personal: { ...fact.personal, ...said }, metadata };
}

/** Steps have no ids: a resolution is found by its date. */
function resolvedAsCorrected(fact: NewEvent, was: readonly CountedStep[], now: readonly CountedStep[]): NewEvent {
  const date = printOccurrence(fact);
  const at = was.findIndex(({ step, occurredAt }) => step === 'resolved' && occurredAt === date);
  const step = was.length === now.length ? now[at] : undefined;
  if (step === undefined) return fact;
  const { complaintId } = fact.data as ComplaintResolved;
  const { resolution, compensation } = step;
  return { ...fact, precision: undefined, ...occurrenceOf(step.occurredAt), data: { complaintId, ...given({ resolution, compensation }) } };
}
