import type { EventLogReader, Position } from '@tenure/event-log';
import { BadQuery } from '@tenure/projecting';

/**
 * The log's head decides whether a position exists, not the read models, which may be behind it. Nobody can have got
 * a position beyond the head from this log, so waiting for it is in vain.
 * @throws BadQuery that names the parameter
 */
export async function requireRecorded(log: Pick<EventLogReader, 'head'>, parameter: string, position: Position): Promise<void> {
  const head = (await log.head())?.position ?? null;
  if (head === null || position > head) throw positionAhead(parameter, position, head);
}

export function positionAhead(parameter: string, position: Position, head: Position | null): BadQuery {
  const end = head === null ? 'nothing has been recorded yet' : `the log ends at ${head}`;
  return new BadQuery(
    parameter,
    'position-ahead',
    `${parameter} is ${position}, which is not recorded: ${end}. Use a position that a command or a read of this engine has answered.`,
  );
}
