import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './expectation.js';
import { type ProposedEvent, type StoredEvent, TOMBSTONE } from './store-schema.js';

const LARGEST_REVISION = '9223372036854775807';

export function toReadEvent(event: StoredEvent): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const position = String(event.position);
  recorded.setId(new shared.UUID().setString(event.id));
  recorded.setStreamIdentifier(toIdentifier(event.stream));
  recorded.setStreamRevision(event.revision === TOMBSTONE ? LARGEST_REVISION : String(event.revision));
  // Both positions of an event are the same unless it was written in an explicit transaction, which gRPC does not have.
  recorded.setCommitPosition(position).setPreparePosition(position);
  recorded.setData(event.data).setCustomMetadata(event.metadata);
  const map = recorded.getMetadataMap();
  map.set('type', event.type);
  map.set('content-type', event.json ? 'application/json' : 'application/octet-stream');
  // Ticks of 100 ns since 1970.
  map.set('created', `${event.created}0000`);
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
}

export function toIdentifier(stream: string) {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));
}

export function streamNameOf(options: { getStreamIdentifier(): { getStreamName_asU8(): Uint8Array } | undefined } | undefined): string {
  return Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
}

export function toProposed(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): ProposedEvent {
  const map = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: map.get('type') ?? '',
    json: map.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

interface ExpectingOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

export function expectedOf(options: ExpectingOptions, revision: () => string): Expected {
  if (options.hasNoStream()) return -1;
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  return Number(revision());
}
