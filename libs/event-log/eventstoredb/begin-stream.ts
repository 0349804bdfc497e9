import { setTimeout as delay } from 'node:timers/promises';
import { type EventData, NO_STREAM, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { within } from './deadline.js';
import { IN_VAIN, readFailure, troubleOf } from './server-errors.js';

const PAUSE_MS = 50;

/** A stream of which only the first event counts; `what` names it in messages. */
export interface OneEventStream {
  readonly name: string;
  readonly what: string;
}

/** The content of its event, or null while there is none. @throws LogUnavailable, LogRefused, StreamDamaged */
export async function readOneEvent<Data>(connection: Connection, { name, what }: OneEventStream): Promise<Data | null> {
  try {
    const [first] = await connection.page((client) => client.readStream(connection.settings.namespace + name, { maxCount: 1 }));
    return (first?.event?.data as Data | undefined) ?? null;
  } catch (error) {
    if (error instanceof StreamNotFoundError) return null;
    throw readFailure(error, connection.name, what);
  }
}

/** The content of its event: this one, unless another process was faster. Tried for as long as an append is. @throws as `readOneEvent` */
export async function beginStream<Data>(connection: Connection, stream: OneEventStream, event: EventData): Promise<Data> {
  const giveUpAt = performance.now() + connection.settings.settleForMs;
  for (;;) {
    try {
      const found = await readOneEvent<Data>(connection, stream);
      if (found !== null) return found;
      await append(connection, stream, event);
    } catch (error) {
      const failure = readFailure(error, connection.name, stream.what);
      if (IN_VAIN.has(troubleOf(failure)) || performance.now() > giveUpAt) throw failure;
      await delay(PAUSE_MS);
    }
  }
}

/** As in `tryAppend`, the call is never cancelled; a retry has the same id. */
async function append(connection: Connection, { name }: OneEventStream, event: EventData): Promise<void> {
  const { namespace, deadlineMs } = connection.settings;
  const options = { expectedRevision: NO_STREAM, requiresLeader: true, deadline: Number.POSITIVE_INFINITY } as const;
  const node = await connection.node();
  try {
    await within(deadlineMs, node.client.appendToStream(namespace + name, [event], options), node.left);
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return;
    connection.failed(node, error);
    throw error;
  }
}
