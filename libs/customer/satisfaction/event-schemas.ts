import { number, oneOf, text } from '@tenure/shape/schema';
import { type EventSchemas, fact, facts, occurrence, optionalFact, personal, said, says } from '../event-schema.js';
import { satisfactionMetrics } from './events.js';

const score = { metric: fact(oneOf(satisfactionMetrics)), score: fact(number), min: fact(number), max: fact(number), about: optionalFact(text) };
const counted = fact(facts({ occurredAt: fact(occurrence), ...score }));
const corrected = { satisfactionId: fact(text), was: counted, now: counted, comment: personal(text) };
const voided = { satisfactionId: fact(text), was: counted };

export const satisfactionEventSchemas: EventSchemas = {
  SatisfactionRecorded: [says({ satisfactionId: optionalFact({ ...text, description: 'Left out by version 0.1.0.' }), ...score, comment: personal(text) })],
  SatisfactionCorrected: [says({ ...corrected, reason: fact(text) }), says({ ...corrected, reason: said() })],
  SatisfactionVoided: [says({ ...voided, reason: fact(text) }), says({ ...voided, reason: said() })],
};
