import type { KeyedHash } from '@tenure/log-secret';
import type { AppendRequest, AppendResult } from '../event-log.js';
import type { ClockWatch } from './clock-watch.js';
import type { Connection } from './connection.js';
import type { EventStoreDbRecordedEvent } from './recorded-event.js';
import { settle } from './settle.js';
import { splitAppend } from './split-append.js';

/**
 * Appends, and answers with what was read back: the server's own answer holds a single
 * position, whatever the number of events, and no time.
 */
export async function append(connection: Connection, clock: ClockWatch, request: AppendRequest, keyed?: KeyedHash): Promise<AppendResult> {
  const { stream, expected, events } = request;
  if (events.length === 0) throw new RangeError('An append needs at least one event.');
  const appended: EventStoreDbRecordedEvent[] = [];
  let expectation = expected;
  for (const part of splitAppend(request, connection.settings.maxAppendBytes, keyed)) {
    const settled = await settle(connection, clock, stream, expectation, part, appended.length > 0);
    if (settled.outcome === 'conflict') return settled;
    for (const event of settled.events) appended.push(event);
    expectation = appended[appended.length - 1]!.revision;
  }
  const { revision, position, recordedAt } = appended[appended.length - 1]!;
  return { outcome: 'appended', revision, position, positions: appended.map((event) => event.position), recordedAt };
}
