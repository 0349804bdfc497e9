import type { RecordedEvent } from '@tenure/event-log';
import { canonicalJson } from '@tenure/log-secret';

/** What two logs have to agree in: everything of an event except its position. `traceparent` is not part of history: the embedded log leaves it out. */
export function contentOf({
  revision,
  type,
  version,
  occurredAt,
  precision,
  recordedAt,
  data,
  personal,
  metadata,
  checksum,
  personalDigest,
}: RecordedEvent): string {
  const { traceparent: _notHistory, ...recorded } = metadata;
  return canonicalJson({ revision, type, version, occurredAt, precision, recordedAt, data, personal, metadata: recorded, checksum, personalDigest });
}
