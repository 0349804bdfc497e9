import { orNull, record, text } from '@tenure/shape/schema';
import { type EventSchemas, occurrence, withNote } from '../event-schema.js';

const given = { channel: text, subject: text, result: text, place: text };
const corrected = Object.fromEntries(Object.entries(given).map(([name, schema]) => [name, orNull(schema)]));
const ofVisit = { visitId: text, reason: text, was: record({ occurredAt: occurrence }) };

export const activityEventSchemas: EventSchemas = {
  VisitRecorded: withNote(record({ visitId: text, ...given }, Object.keys(given))),
  VisitCorrected: withNote(record({ ...ofVisit, now: record({ occurredAt: occurrence, ...corrected }, Object.keys(corrected)) })),
  VisitVoided: withNote(record(ofVisit)),
};
