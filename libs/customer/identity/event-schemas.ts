import { mapOf, oneOf, orNull, type Schema, text } from '@tenure/shape/schema';
import { type EventSchemas, fact, optionalFact, personal, said, says } from '../event-schema.js';
import { parties } from './events.js';

const party = oneOf(parties);
const attribute: Schema = { type: ['string', 'number', 'boolean'] };
const changed = personal(orNull(text));
const reason = [says({ reason: fact(text) }), says({ reason: said() })];

export const identityEventSchemas: EventSchemas = {
  CustomerRegistered: [
    says({
      party: fact(party),
      attributes: fact(mapOf(attribute)),
      name: personal(text),
      email: personal(text),
      phone: personal(text),
      address: personal(text),
      birthDate: personal(text),
    }),
  ],
  CustomerDetailsChanged: [
    says({
      party: optionalFact(party),
      attributes: optionalFact(mapOf({ type: ['string', 'number', 'boolean', 'null'] })),
      name: changed,
      email: changed,
      phone: changed,
      address: changed,
      birthDate: changed,
    }),
  ],
  CustomerClosed: reason,
  CustomerReopened: reason,
};
