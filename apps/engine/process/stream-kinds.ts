import { accessKeyKind, accessRecordKind, logReaders } from '@tenure/access';
import { events } from '@tenure/customer';
import { CUSTOMER_STREAMS, LOG_RESTORED, RESTORES } from '@tenure/event-log';
import { modelKind } from '@tenure/fitting';
import { publicationKind } from '@tenure/operating';
import { projectionKind } from '@tenure/projecting';
import { integer, orNull, record, text } from '@tenure/shape/schema';
import { type StreamKind, StreamKinds } from '@tenure/streams';
import { termsKind } from '@tenure/terms';
import { VAULT, VAULT_BEGUN } from '@tenure/vault';

const customerKind: StreamKind = {
  name: 'customer',
  prefix: CUSTOMER_STREAMS,
  streams: 'one-per-id',
  eventTypes: events.map(({ type }) => type),
  readers: logReaders,
};

const vaultKind: StreamKind = {
  name: 'vault',
  prefix: VAULT,
  streams: 'one',
  eventTypes: [VAULT_BEGUN],
  eventSchemas: { [VAULT_BEGUN]: record({ vault: { ...text, description: 'The id that the vault holds, too.' } }) },
  readers: logReaders,
};

const restoreKind: StreamKind = {
  name: 'restores',
  prefix: RESTORES,
  streams: 'one',
  eventTypes: [LOG_RESTORED],
  eventSchemas: {
    [LOG_RESTORED]: record(
      {
        restoredAt: { ...text, format: 'date-time' },
        backup: orNull(record({ madeAt: { ...text, format: 'date-time' }, events: integer, position: orNull(text), eventId: orNull(text), sha256: text })),
        lost: record({ position: text, recordedAt: { ...orNull(integer), description: 'Milliseconds since 1970.' } }),
        reason: text,
      },
      ['lost', 'reason'],
    ),
  },
  readers: logReaders,
};

/** Every kind of stream that this version records. Events on any other stream are never shown. */
export const streamKinds = new StreamKinds([
  customerKind,
  modelKind,
  termsKind,
  projectionKind,
  publicationKind,
  restoreKind,
  vaultKind,
  accessKeyKind,
  accessRecordKind,
]);
