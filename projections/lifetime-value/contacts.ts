import { type ComplaintCorrected, type ComplaintLogged, type ComplaintVoided, type Occurrence, occurrenceOf, severities } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { Folds } from '../churn-likelihood/signals/folds.js';
import { visitFolds } from '../churn-likelihood/signals/visits.js';
import { countOccurrence, noOccurrences, type Occurrences } from '../shared/occurrences/occurrences.js';

type Severity = ComplaintLogged['severity'];

/** What a customer has cost besides the purchases: 0 for the many of whom only purchases are known. */
export type KeptContacts = 0 | Contacts;

interface Contacts {
  /** Visits. */
  v: Occurrences;
  /** When complaints were logged: by severity, in the order of `severities`. */
  k: Occurrences[];
}

const complaintFolds: Folds<Occurrences[]> = {
  ComplaintLogged(complaints, event) {
    count(complaints, event.data as ComplaintLogged, event, 1);
  },
  ComplaintCorrected(complaints, { data }) {
    const { was, now } = data as ComplaintCorrected;
    count(complaints, was, occurrenceOf(was.occurredAt), -1);
    count(complaints, now, occurrenceOf(now.occurredAt), 1);
  },
  ComplaintVoided(complaints, { data }) {
    const { was } = data as ComplaintVoided;
    count(complaints, was, occurrenceOf(was.occurredAt), -1);
  },
};

function count(complaints: Occurrences[], { severity }: { readonly severity: Severity }, at: Occurrence, by: 1 | -1): void {
  countOccurrence(complaints[severities.indexOf(severity)]!, at, by);
}

export const contactTypes: readonly string[] = [...Object.keys(visitFolds), ...Object.keys(complaintFolds)];

export function foldContact(held: KeptContacts, event: RecordedEvent): KeptContacts {
  const [visits, complaints] = [visitFolds[event.type], complaintFolds[event.type]];
  if (visits === undefined && complaints === undefined) return held;
  const contacts = held === 0 ? { v: noOccurrences(), k: severities.map(noOccurrences) } : held;
  visits?.(contacts.v, event);
  complaints?.(contacts.k, event);
  return contacts;
}
