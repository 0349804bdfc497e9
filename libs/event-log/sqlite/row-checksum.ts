import { checksumOf } from '../checksum.js';
import type { EventKind, EventValues } from './writer-messages.js';

/** Checksum of an event as it crosses to the writer's thread, which has time for it: it covers what will be read, text and all. */
export function rowChecksum(stream: string, revision: number, kind: EventKind, values: EventValues): string {
  const [type, version, precision, actor, onBehalfOf, importId, origin, keyEpoch, correlationId, causationId] = kind;
  const [, occurredAt, data, personal, personalDigest, commandId, index, of, payloadHash] = values;
  return checksumOf({
    stream,
    revision,
    type,
    version,
    occurredAt,
    precision: precision ?? undefined,
    data: JSON.parse(data),
    personal: keyEpoch === null || personal === null ? undefined : JSON.parse(personal),
    personalDigest: personalDigest ?? undefined,
    metadata: {
      commandId,
      index,
      of: of ?? undefined,
      payloadHash,
      actor,
      onBehalfOf: onBehalfOf ?? undefined,
      importId: importId ?? undefined,
      origin: origin === null ? undefined : JSON.parse(origin),
      keyEpoch: keyEpoch ?? undefined,
      correlationId: correlationId ?? undefined,
      causationId: causationId ?? undefined,
    },
  });
}
