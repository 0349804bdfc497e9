import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { commit, MAX_APPEND_BYTES, sizeOf } from './commit.js';
import type { Expected } from './expectation.js';
import { expectedOf, streamNameOf, toProposed } from './messages.js';
import { connectionBroken, refuse, streamDeleted, tooLarge } from './refusals.js';
import type { ServerState } from './server-state.js';
import type { Appended } from './store.js';
import type { ProposedEvent } from './store-schema.js';

/**
 * One append a call; its deadline is relative to the call, so no clock is involved. If a client cancels, everything it has sent
 * counts as a complete append, which is the worst that a server can do: on the wire a cancelled call of Node's client ends like a
 * complete one, and is reset after that.
 */
export function append(state: ServerState, call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
  const { store, faults, calls } = state;
  calls.append += 1;
  const refused = refuse(state, call.metadata);
  if (refused) {
    answer(refused);
    return;
  }
  let options: AppendReq.Options | undefined;
  const events: ProposedEvent[] = [];
  call.on('data', (message: AppendReq) => {
    options ??= message.getOptions();
    const proposed = message.getProposedMessage();
    if (proposed) events.push(toProposed(proposed));
  });
  call.on('end', () => {
    if (call.cancelled || !options) return;
    if (sizeOf(events) > MAX_APPEND_BYTES) {
      answer(tooLarge(MAX_APPEND_BYTES));
      return;
    }
    const stream = streamNameOf(options);
    const expected = expectedOf(options, () => options!.getRevision());
    const committed = commit(store, faults, stream, expected, events);
    if (committed.kind === 'break') answer(connectionBroken());
    else if (committed.kind === 'answer') reply(stream, expected, committed.result, answer);
    else
      call.once('cancelled', () => {
        calls.appendsGivenUp += 1;
      });
  });
}

function reply(stream: string, expected: Expected, result: Appended, answer: sendUnaryData<AppendResp>): void {
  if (result.kind === 'deleted') {
    answer(streamDeleted(stream));
    return;
  }
  if (result.kind === 'wrong-version') {
    answer(null, new streams.AppendResp().setWrongExpectedVersion(wrongVersion(expected, result.current)));
    return;
  }
  const position = String(result.position);
  const success = new streams.AppendResp.Success().setCurrentRevision(String(result.revision));
  success.setPosition(new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position));
  answer(null, new streams.AppendResp().setSuccess(success));
}

function wrongVersion(expected: Expected, current: number): AppendResp.WrongExpectedVersion {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
  else if (expected === -1) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return wrong;
}
