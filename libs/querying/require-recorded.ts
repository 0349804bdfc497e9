import type { EventLogReader, Position } from '@tenure/event-log';

/** A position that the log has not reached, or no longer has: waiting for it is pointless. */
export class PositionBeyondHead extends Error {
  constructor(
    readonly parameter: string,
    readonly position: Position,
    readonly head: Position | null,
  ) {
    const end = head === null ? 'nothing has been recorded yet' : `the log ends at ${head}`;
    super(
      `${parameter} is ${position}, which is not recorded: ${end}. Use a position that a command or a read of this engine has answered; one from before the log ` +
        'was restored may be gone for ever.',
    );
    this.name = 'PositionBeyondHead';
  }
}

/**
 * The log's head decides whether a position exists, not the read models, which may be behind it.
 * @throws PositionBeyondHead that names the parameter
 */
export async function requireRecorded(log: Pick<EventLogReader, 'head'>, parameter: string, position: Position): Promise<void> {
  const head = (await log.head())?.position ?? null;
  if (head === null || position > head) throw new PositionBeyondHead(parameter, position, head);
}
