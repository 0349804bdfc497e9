import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { reject } from '../rejection.js';
import type { CustomerState } from '../state.js';
import { visitRecorded } from './events.js';
import type { RecordVisit } from './record-visit.command.js';

export function decideVisit({ activity }: CustomerState, command: RecordVisit, moment: Moment): Decision {
  const visitId = command.visitId ?? moment.commandId;
  if (activity.visitIds?.has(visitId)) {
    return reject('visit-id-used', `Visit ${visitId} is recorded already: give each visit a visitId of its own, or leave it out.`, '/visitId');
  }
  const { channel, subject, result, place } = command;
  return [visitRecorded(moment, { visitId, ...given({ channel, subject, result, place }) }, noted(command.note))];
}
