import type { RecordedEvent as ServerEvent } from '@eventstore/db-client';
import { LogRefused, newerLayout } from '../errors.js';
import { envelopeOf, LOG_LAYOUT, layoutOf } from './envelope.js';
import { isLayoutMark } from './layout-mark.js';
import { toPosition } from './position.js';
import { EventStoreDbRecordedEvent } from './recorded-event.js';
import type { KnownSettings } from './settings.js';

/**
 * Null for an event that is not ours: a system event, another application's, another namespace's, the mark of the layout.
 * @throws LogRefused for an event that a later version has written: skipping it would lose it
 */
export function toRecorded(event: ServerEvent, { namespace, isOwn }: Pick<KnownSettings, 'namespace' | 'isOwn'>): EventStoreDbRecordedEvent | null {
  const { id, streamId, revision, type, created, position } = event;
  if (!streamId.startsWith(namespace)) return null;
  const layout = layoutOf(event);
  if (layout === null || isLayoutMark(event, namespace) || !isOwn(streamId.slice(namespace.length))) return null;
  if (layout > LOG_LAYOUT) throw newerLayout('The server at EVENTSTOREDB_URL', layout, LOG_LAYOUT);
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
