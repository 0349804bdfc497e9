import { number, oneOf, record, text } from '@tenure/shape/schema';
import { type EventSchemas, occurrence, optionally, withNote } from '../event-schema.js';
import { satisfactionMetrics } from './events.js';

const score = { metric: oneOf(satisfactionMetrics), score: number, min: number, max: number, about: text };
const counted = record({ occurredAt: occurrence, ...score }, ['about']);
const comment = optionally({ comment: text, note: text });

export const satisfactionEventSchemas: EventSchemas = {
  SatisfactionRecorded: {
    facts: record({ satisfactionId: { ...text, description: 'Left out by version 0.1.0.' }, ...score }, ['satisfactionId', 'about']),
    personal: comment,
  },
  SatisfactionCorrected: { facts: record({ satisfactionId: text, reason: text, was: counted, now: counted }), personal: comment },
  SatisfactionVoided: withNote(record({ satisfactionId: text, reason: text, was: counted })),
};
