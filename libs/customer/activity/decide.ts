import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { type Occurrence, printOccurrence } from '../occurrence.js';
import { isRejection, nothingChanged, type Rejection, reject } from '../rejection.js';
import type { CorrectVisit } from './correct-visit.command.js';
import { visitCorrected, visitRecorded, visitVoided } from './events.js';
import type { ActivityState } from './evolve.js';
import type { RecordVisit } from './record-visit.command.js';
import type { VoidVisit } from './void-visit.command.js';

export function decideVisit(activity: ActivityState, command: RecordVisit, moment: Moment): Decision {
  const visitId = command.visitId ?? moment.commandId;
  if (activity.visits?.get(visitId)) {
    return reject('visit-id-used', `Visit ${visitId} is recorded already: give each visit a visitId of its own, or leave it out.`, '/visitId');
  }
  const { channel, subject, result, place, note } = command;
  const personal = subject || result || place || note ? given({ subject, result, place, note }) : undefined;
  return [visitRecorded(moment, { visitId, ...given({ channel }) }, personal)];
}

export function decideCorrectVisit(state: ActivityState, command: CorrectVisit, moment: Moment): Decision {
  const { visitId, reason, channel, subject, result, place, note } = command;
  const known = knownVisit(state, visitId);
  if (isRejection(known)) return known;
  const at = command.occurredAt ? moment : known;
  const was = { occurredAt: printOccurrence(known) };
  const now = { occurredAt: printOccurrence(at), ...(channel !== undefined && { channel }) };
  const texts = Object.fromEntries(Object.entries({ subject, result, place }).filter(([, value]) => value !== undefined));
  if (JSON.stringify(now) === JSON.stringify(was) && Object.keys(texts).length === 0) return nothingChanged();
  return [visitCorrected(at, { visitId, was, now }, { reason, ...texts, ...noted(note) })];
}

export function decideVoidVisit(state: ActivityState, { visitId, reason, note }: VoidVisit): Decision {
  const known = knownVisit(state, visitId);
  if (isRejection(known)) return known;
  return [visitVoided(known, { visitId, was: { occurredAt: printOccurrence(known) } }, { reason, ...noted(note) })];
}

function knownVisit(activity: ActivityState, visitId: string): Occurrence | Rejection {
  const known = activity.visits?.get(visitId);
  if (known) return known;
  if (known === null) {
    const detail = `Visit ${visitId} was voided already: there is nothing left of it; record it again with RecordVisit, if it took place after all.`;
    return reject('visit-voided', detail, '/visitId');
  }
  return reject('visit-unknown', `There is no visit ${visitId}: the customer's history shows the id of each; correct the visitId.`, '/visitId');
}
