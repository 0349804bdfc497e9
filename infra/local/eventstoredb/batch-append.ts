import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { commit, MAX_APPEND_BYTES, sizeOf } from './commit.js';
import type { Expected } from './expectation.js';
import { expectedOf, streamNameOf, toIdentifier, toProposed } from './messages.js';
import { connectionBroken, refuse } from './refusals.js';
import type { ServerState } from './server-state.js';
import type { Appended } from './store.js';
import type { ProposedEvent } from './store-schema.js';

interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
}

/** Many appends over one call. Each carries an absolute deadline, which is compared with this server's clock. */
export function batchAppend(state: ServerState, call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
  const { store, faults, calls } = state;
  const pending = new Map<string, Pending>();
  const refused = refuse(state, call.metadata);
  if (refused) {
    call.emit('error', refused);
    return;
  }
  call.on('data', (message: BatchAppendReq) => {
    const correlation = message.getCorrelationId()!.getString();
    const options = message.getOptions();
    const answer = (response: BatchAppendResp, stream: string) =>
      call.write(response.setCorrelationId(message.getCorrelationId()).setStreamIdentifier(toIdentifier(stream)));
    if (options) {
      calls.batchAppend += 1;
      const stream = streamNameOf(options);
      if (options.hasDeadline() && options.getDeadline()!.toDate().getTime() <= state.clock()) {
        answer(failure('event_store.client.Timeout', new shared.Timeout()), stream);
        return;
      }
      pending.set(correlation, { stream, expected: expectedOf(options, () => options.getStreamPosition()), events: [] });
    }
    const request = pending.get(correlation);
    if (!request) return;
    request.events.push(...message.getProposedMessagesList().map(toProposed));
    if (sizeOf(request.events) > MAX_APPEND_BYTES) {
      pending.delete(correlation);
      answer(
        failure('event_store.client.MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES)),
        request.stream,
      );
      return;
    }
    if (!message.getIsFinal()) return;
    pending.delete(correlation);
    const committed = commit(store, faults, request.stream, request.expected, request.events);
    if (committed.kind === 'break') call.emit('error', connectionBroken());
    else if (committed.kind === 'answer') answer(toResponse(request, committed.result), request.stream);
  });
  call.on('end', () => call.end());
}

function toResponse({ stream, expected }: Pending, result: Appended): BatchAppendResp {
  if (result.kind === 'deleted') return failure('event_store.client.StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(toIdentifier(stream)));
  if (result.kind === 'wrong-version') return failure('event_store.client.WrongExpectedVersion', wrongVersion(expected, result.current));
  const position = String(result.position);
  const success = new streams.BatchAppendResp.Success().setCurrentRevision(String(result.revision));
  success.setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position));
  return new streams.BatchAppendResp().setSuccess(success);
}

function wrongVersion(expected: Expected, current: number) {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new empty.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new empty.Empty());
  else if (expected === -1) wrong.setExpectedNoStream(new empty.Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return wrong;
}

function failure(type: string, detail: { serializeBinary(): Uint8Array }): BatchAppendResp {
  const details = new any.Any();
  details.pack(detail.serializeBinary(), type);
  return new streams.BatchAppendResp().setError(new statusMessages.Status().setMessage(type).setDetails(details));
}
