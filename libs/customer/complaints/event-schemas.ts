import { listOf, money, oneOf, record, text } from '@tenure/shape/schema';
import { type EventSchemas, occurrence, optionally, withNote } from '../event-schema.js';
import { complaintSteps, severities } from './events.js';

const about = { subject: text, severity: oneOf(severities), product: text, orderId: text, channel: text };
const optional = ['product', 'orderId', 'channel'];
const step = record({ step: oneOf(complaintSteps), occurredAt: occurrence, resolution: text, compensation: money, reason: text }, [
  'resolution',
  'compensation',
  'reason',
]);
const counted = record({ occurredAt: occurrence, ...about, steps: listOf(step) }, optional);
const ownWords = optionally({ description: text, note: text });

export const complaintEventSchemas: EventSchemas = {
  ComplaintLogged: { facts: record({ complaintId: text, ...about }, optional), personal: ownWords },
  ComplaintAcknowledged: withNote(record({ complaintId: text })),
  ComplaintResolved: withNote(record({ complaintId: text, resolution: text, compensation: money }, ['compensation'])),
  ComplaintReopened: withNote(record({ complaintId: text, reason: text })),
  ComplaintCorrected: { facts: record({ complaintId: text, reason: text, was: counted, now: counted }), personal: ownWords },
  ComplaintVoided: withNote(record({ complaintId: text, reason: text, was: counted })),
};
