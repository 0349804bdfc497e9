import { mapOf, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { type EventSchemas, optionally, withNote } from '../event-schema.js';
import { parties } from './events.js';

const party = oneOf(parties);
const personal = { name: text, email: text, phone: text, address: text, birthDate: text };
const changed = Object.fromEntries(Object.entries(personal).map(([name, schema]) => [name, orNull(schema)]));
const attribute: Schema = { type: ['string', 'number', 'boolean'] };
const reason = withNote(record({ reason: text }));

export const identityEventSchemas: EventSchemas = {
  CustomerRegistered: { facts: record({ party, attributes: mapOf(attribute) }), personal: optionally({ ...personal, note: text }) },
  CustomerDetailsChanged: {
    facts: optionally({ party, attributes: mapOf({ type: ['string', 'number', 'boolean', 'null'] }) }),
    personal: optionally({ ...changed, note: text }),
  },
  CustomerClosed: reason,
  CustomerReopened: reason,
};
