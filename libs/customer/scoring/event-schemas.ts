import { number, oneOf, type Schema, text } from '@tenure/shape/schema';
import { type EventSchemas, fact, optionalFact, said, says } from '../event-schema.js';
import { objectors } from './events.js';

const day: Schema = { ...text, format: 'date' };

export const scoringEventSchemas: EventSchemas = {
  ScoringObjectionRaised: [says({ objectedBy: optionalFact(oneOf(objectors)), channel: optionalFact(text), statement: said() })],
  ScoringObjectionWithdrawn: [says({ channel: optionalFact(text), statement: said() })],
  ChurnLikelihoodOverridden: [says({ probability: fact(number), expiresOn: fact(day), reason: said() })],
  ChurnOverrideWithdrawn: [says({ reason: said() })],
};
