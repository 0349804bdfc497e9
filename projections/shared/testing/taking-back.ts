import { printOccurrence } from '@tenure/customer';
import type { GivenEvent } from './events.js';

/** How facts that can be taken back are named: the field of their id, and the events that correct and void them. */
const takenBackAs: Readonly<Record<string, readonly [idField: string, corrected: string, voided: string]>> = {
  PurchaseRecorded: ['orderId', 'PurchaseCorrected', 'PurchaseVoided'],
  PurchaseReturned: ['returnId', 'ReturnCorrected', 'ReturnVoided'],
  VisitRecorded: ['visitId', 'VisitCorrected', 'VisitVoided'],
  ComplaintLogged: ['complaintId', 'ComplaintCorrected', 'ComplaintVoided'],
  SatisfactionRecorded: ['satisfactionId', 'SatisfactionCorrected', 'SatisfactionVoided'],
};

/** A fact in the form of events that take it back: with its date, and without its id, except the order that a return is tied to. */
function counted({ type, at, precision, data }: GivenEvent): Record<string, unknown> {
  const occurredAt = printOccurrence({ occurredAt: typeof at === 'number' ? at : Date.parse(at), ...(precision && { precision }) });
  const { [takenBackAs[type]![0]]: _, ...rest } = data as Record<string, unknown>;
  return { ...rest, occurredAt, ...(type === 'ComplaintLogged' && { steps: [] }) };
}

const reason = 'typed wrong';

/** The event that takes a fact back; null for a fact that cannot be taken back. */
export function voidingOf(fact: GivenEvent): GivenEvent | null {
  const named = takenBackAs[fact.type];
  if (!named) return null;
  const [idField, , type] = named;
  const id = (fact.data as Record<string, unknown>)[idField];
  return { ...fact, type, data: { [idField]: id, reason, was: counted(fact) } };
}

/** The event that corrects a fact to the content of another of its kind, and the corrected fact; null where that is impossible. */
export function correctionOf(fact: GivenEvent, like: GivenEvent): { readonly event: GivenEvent; readonly fact: GivenEvent } | null {
  const named = takenBackAs[fact.type];
  if (!named || like.type !== fact.type) return null;
  const [idField, type] = named;
  const id = (fact.data as Record<string, unknown>)[idField];
  const corrected: GivenEvent = { ...like, data: { ...like.data, [idField]: id } };
  return { event: { ...corrected, type, data: { [idField]: id, reason, was: counted(fact), now: counted(corrected) } }, fact: corrected };
}
