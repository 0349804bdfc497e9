import type { RecordedEvent as ServerEvent } from '@eventstore/db-client';
import { LogRefused } from '../errors.js';
import { envelopeOf, isOurs } from './envelope.js';
import { toPosition } from './position.js';
import { EventStoreDbRecordedEvent } from './recorded-event.js';

/** Null for what is not ours: system events, other applications', another namespace's. */
export function toRecorded(event: ServerEvent, namespace: string): EventStoreDbRecordedEvent | null {
  const { id, streamId, revision, type, created, position } = event;
  if (!streamId.startsWith(namespace) || !isOurs(event)) return null;
  if (!position) {
    throw new LogRefused('server-too-old', 'The server at EVENTSTOREDB_URL does not say where in its log an event lies. Run EventStoreDB 22.10 or later.');
  }
  const head = {
    id,
    position: toPosition(position),
    stream: streamId.slice(namespace.length),
    revision: Number(revision),
    type,
    createdAt: created.getTime(),
    recordedAt: envelopeOf(event).metadata.recordedAt ?? created.getTime(),
  };
  return new EventStoreDbRecordedEvent(head, () => envelopeOf(event));
}
