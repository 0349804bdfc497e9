import { type EventData, NO_STREAM, StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import type { Expectation } from '../event-log.js';
import type { Connection } from './connection.js';
import { within } from './deadline.js';
import type { Node } from './node.js';
import { deletedStream, type Trouble, troubleOf } from './server-errors.js';

export type Attempt =
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'wrong-revision'; readonly actual: Expectation }
  /** `happened` false: the server has certainly not taken it; 'unknown': it may have, or may yet. */
  | { readonly kind: 'failed'; readonly happened: false | 'unknown'; readonly trouble: Trouble; readonly error: Error };

/** After these the server has certainly not taken the append. */
const REFUSALS: ReadonlySet<Trouble> = new Set(['not-leader', 'denied', 'too-large', 'closed']);

/**
 * One call, one expectation. A call that is not answered in time, or whose node was left, is abandoned but never cancelled, which a deadline of
 * its own would do: before it cancels, the client ends the call properly, as if the events sent so far were all of them (decision 12).
 * @throws StreamDamaged
 */
export async function tryAppend(connection: Connection, stream: string, expected: Expectation, events: EventData[]): Promise<Attempt> {
  const { namespace, deadlineMs } = connection.settings;
  const expectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
  let node: Node | null = null;
  try {
    node = await connection.node();
    const appending = node.client.appendToStream(namespace + stream, events, { expectedRevision, requiresLeader: true, deadline: Infinity });
    const result = await within(deadlineMs, appending, node.left);
    node.answered();
    // With throwOnAppendFailure=false in the address, conflicts are answered instead of thrown.
    return result.success ? { kind: 'acknowledged' } : { kind: 'wrong-revision', actual: toExpectation(result.nextExpectedRevision) };
  } catch (error) {
    if (node === null) return { kind: 'failed', happened: false, trouble: troubleOf(error), error: error as Error };
    connection.failed(node, error);
    return toAttempt(error, stream);
  }
}

function toAttempt(error: unknown, stream: string): Attempt {
  if (error instanceof WrongExpectedVersionError) {
    return { kind: 'wrong-revision', actual: toExpectation(typeof error.actualVersion === 'bigint' ? error.actualVersion : -1n) };
  }
  if (error instanceof StreamDeletedError) throw deletedStream(stream, error);
  const trouble = troubleOf(error);
  return { kind: 'failed', happened: REFUSALS.has(trouble) ? false : 'unknown', trouble, error: error as Error };
}

function toExpectation(revision: bigint): Expectation {
  return revision < 0n ? 'no-stream' : Number(revision);
}
