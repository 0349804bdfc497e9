import { accessKeyKind, accessRecordKind, logReaders } from '@tenure/access';
import { events } from '@tenure/customer';
import { CUSTOMER_STREAMS, LOG_RESTORED, RESTORES } from '@tenure/event-log';
import { modelKind } from '@tenure/fitting';
import { publicationKind } from '@tenure/operating';
import { projectionKind } from '@tenure/projecting';
import { type StreamKind, StreamKinds } from '@tenure/streams';
import { VAULT, VAULT_BEGUN } from '@tenure/vault';

const customerKind: StreamKind = {
  name: 'customer',
  prefix: CUSTOMER_STREAMS,
  streams: 'one-per-id',
  eventTypes: events.map(({ type }) => type),
  readers: logReaders,
};

const vaultKind: StreamKind = { name: 'vault', prefix: VAULT, streams: 'one', eventTypes: [VAULT_BEGUN], readers: logReaders };
const restoreKind: StreamKind = { name: 'restores', prefix: RESTORES, streams: 'one', eventTypes: [LOG_RESTORED], readers: logReaders };

/** Every kind of stream that this version records. An event on any other is shown to nobody. */
export const streamKinds = new StreamKinds([customerKind, modelKind, projectionKind, publicationKind, restoreKind, vaultKind, accessKeyKind, accessRecordKind]);
