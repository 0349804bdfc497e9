import { randomUUID } from 'node:crypto';
import type { AppendedLog } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { type Fold, FoldedStream, StreamCommands } from '@tenure/streams';

/** A decision of an operator. */
export interface Operation {
  readonly stream: string;
  /** Type of the event that records it. */
  readonly type: string;
  readonly data: object;
  readonly actor: string;
}

/** A fold without state: earlier decisions have no effect on a new one. */
const nothing: Fold<null> = { initial: () => null, evolve: () => null };

/** Records a decision and resolves with its position. */
export type RecordOperation = (operation: Operation) => Promise<string>;

/** The returned function throws LogUnavailable, as `StreamCommands.execute`. */
export function recordingOperations(log: AppendedLog, secret: LogSecret): RecordOperation {
  const commands = new StreamCommands({ log, secret });
  return async ({ stream, type, data, actor }) => {
    const command = { name: type, id: randomUUID(), body: data, actor };
    const outcome = await commands.execute(new FoldedStream(stream, nothing, log), command, () => [{ type, data }]);
    if (outcome.status === 'recorded') return outcome.position;
    throw new Error(`A new command was answered with ${outcome.status}.`);
  };
}
