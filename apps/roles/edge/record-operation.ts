import { randomUUID } from 'node:crypto';
import type { EventLog } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { type Fold, FoldedStream, StreamCommands } from '@tenure/streams';

export interface OperationParts {
  readonly log: Pick<EventLog, 'append' | 'readStream'>;
  readonly secret: LogSecret;
}

/** What somebody who runs the engine has decided. */
export interface Operation {
  readonly stream: string;
  /** Of the event that says so. */
  readonly type: string;
  readonly data: object;
  readonly actor: string;
}

/** Nothing that was decided before bears on it. */
const nothing: Fold<null> = { initial: () => null, evolve: () => null };

/** Records a decision and answers with its position. @throws LogUnavailable, as `StreamCommands.execute` */
export async function recordOperation({ log, secret }: OperationParts, { stream, type, data, actor }: Operation): Promise<string> {
  const commands = new StreamCommands({ log, secret });
  const command = { name: type, id: randomUUID(), body: data, actor };
  const outcome = await commands.execute(new FoldedStream(stream, nothing, log), command, () => [{ type, data }]);
  if (outcome.status === 'recorded') return outcome.position;
  throw new Error(`A new command was answered with ${outcome.status}.`);
}
