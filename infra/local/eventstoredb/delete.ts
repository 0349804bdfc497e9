import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { expectedOf, streamNameOf } from './messages.js';
import { refuse, streamDeleted, wrongExpectedVersion } from './refusals.js';
import type { ServerState } from './server-state.js';
import type { Appended } from './store.js';

type Answered = { readonly stream: string; readonly expected: string; readonly result: Appended };

export function deleteStream(state: ServerState, call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>): void {
  const options = call.request.getOptions()!;
  const stream = streamNameOf(options);
  const expected = expectedOf(options, () => options.getRevision());
  const refused = refuse(state, call.metadata);
  if (refused) answer(refused);
  else reply({ stream, expected: String(expected), result: state.store.delete(stream, expected) }, answer, (position) => deleted(position));
}

export function tombstoneStream(state: ServerState, call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>): void {
  const options = call.request.getOptions()!;
  const stream = streamNameOf(options);
  const expected = expectedOf(options, () => options.getRevision());
  const refused = refuse(state, call.metadata);
  if (refused) answer(refused);
  else reply({ stream, expected: String(expected), result: state.store.tombstone(stream, expected) }, answer, (position) => tombstoned(position));
}

function reply<Response>({ stream, expected, result }: Answered, answer: sendUnaryData<Response>, respond: (position: string) => Response): void {
  if (result.kind === 'deleted') answer(streamDeleted(stream));
  else if (result.kind === 'wrong-version') answer(wrongExpectedVersion(stream, expected, result.current));
  else answer(null, respond(String(result.position)));
}

const deleted = (position: string): DeleteResp =>
  new streams.DeleteResp().setPosition(new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position));

const tombstoned = (position: string): TombstoneResp =>
  new streams.TombstoneResp().setPosition(new streams.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position));
