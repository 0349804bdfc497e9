import type { KeyedHash } from '@tenure/log-secret';
import { verifyEvent } from './checksum.js';
import { StreamDamaged } from './errors.js';
import type { Position, RecordedEvent } from './event.js';
import type { EventLogReader } from './event-log.js';
import { isTorn, tornCommand } from './torn-command.js';

export interface VerifiedLog {
  /** Read and found whole. */
  readonly events: number;
  /** How many of these have no checksum (envelope 1), or a personal part whose secret is not at hand. */
  readonly unchecked: number;
}

const PAGE = 2_000;

/**
 * Reads the log once, in order, and verifies every event and that no command is torn.
 * @param upTo inclusive; null for the whole log
 * @param keyed called when there is a digest to compute
 * @throws StreamDamaged at the first event that is not what was recorded
 */
export async function verifyLog(
  log: Pick<EventLogReader, 'readAll'>,
  upTo: Position | null,
  keyed: () => Promise<KeyedHash | undefined>,
): Promise<VerifiedLog> {
  /** Last events of streams that end inside a command, as far as has been read. */
  const unfinished = new Map<string, RecordedEvent>();
  let secret: Promise<KeyedHash | undefined> | undefined;
  let [events, unchecked] = [0, 0];
  let after: Position | null = null;
  for (;;) {
    const page: RecordedEvent[] = await log.readAll({ after, limit: PAGE });
    for (const event of page) {
      if (upTo !== null && event.position > upTo) return { events, unchecked };
      const before = unfinished.get(event.stream);
      if (before && isTorn(before, event)) throw tornCommand(before);
      if (isTorn(event, null)) unfinished.set(event.stream, event);
      else if (before) unfinished.delete(event.stream);
      if (event.personalDigest !== undefined) secret ??= keyed();
      const integrity = verifyEvent(event, await secret);
      if (integrity === 'damaged') throw damagedEvent(event);
      if (integrity === 'unchecked') unchecked += 1;
      events += 1;
    }
    if (page.length < PAGE) break;
    after = page[page.length - 1]!.position;
  }
  for (const last of unfinished.values()) if (upTo === null) throw tornCommand(last);
  return { events, unchecked };
}

function damagedEvent({ stream, revision, position, type }: RecordedEvent): StreamDamaged {
  return new StreamDamaged(
    stream,
    'checksum',
    `The event at revision ${revision} of stream "${stream}" (${type}, position ${position}) is not what was recorded: its checksum does not match. ` +
      'Restore the log from a backup, and find out what has changed it.',
  );
}
