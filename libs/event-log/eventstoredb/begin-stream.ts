import { type EventData, NO_STREAM, WrongExpectedVersionError } from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { within } from './deadline.js';

/** Writes the one event of a stream, unless another process was faster. As in `tryAppend`, the call is never cancelled. @throws as the client does, NoAnswer */
export async function beginStream(connection: Connection, stream: string, event: EventData): Promise<void> {
  const { namespace, deadlineMs } = connection.settings;
  const options = { expectedRevision: NO_STREAM, requiresLeader: true, deadline: Number.POSITIVE_INFINITY } as const;
  const node = await connection.node();
  try {
    await within(deadlineMs, node.client.appendToStream(namespace + stream, [event], options), node.left);
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return;
    connection.failed(node, error);
    throw error;
  }
}
