import { eventSchemas, events } from '@tenure/customer';
import { LOG_RESTORED } from '@tenure/event-log';
import { type EventKind, modelEventSchemas } from '@tenure/http';
import { REPUBLICATION_REQUESTED } from '@tenure/operating';
import { PARKED_EVENT_DISCARDED, PARKED_RETRY_REQUESTED } from '@tenure/projecting';
import { integer, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { VAULT_BEGUN } from '@tenure/vault';

const time: Schema = { ...text, format: 'date-time' };

/** What is recorded about the system, by type; all of version 1. */
const ofTheSystem: Readonly<Record<string, Schema>> = {
  ...modelEventSchemas,
  [PARKED_EVENT_DISCARDED]: record({ customerId: text, revision: integer, reason: text }),
  [PARKED_RETRY_REQUESTED]: record({ customerId: text }),
  [REPUBLICATION_REQUESTED]: record({ reason: text }),
  [LOG_RESTORED]: record(
    {
      restoredAt: time,
      backup: orNull(record({ madeAt: time, events: integer, position: orNull(text), eventId: orNull(text), sha256: text })),
      lost: record({ position: text, recordedAt: { ...orNull(integer), description: 'Milliseconds since 1970.' } }),
      reason: text,
    },
    ['lost', 'reason'],
  ),
  [VAULT_BEGUN]: record({ vault: { ...text, description: 'The id that the vault holds, too.' } }),
};

/** Every type of event that this version records and shows, whatever its stream. Those of keys are shown to nobody. */
export const eventKinds: readonly EventKind[] = [
  ...events.map(({ type }) => ({ type, ofCustomer: true, versions: eventSchemas[type]!.map(({ facts, personal }) => ({ facts, personal })) })),
  ...Object.entries(ofTheSystem).map(([type, facts]) => ({ type, ofCustomer: false, versions: [{ facts }] })),
];
