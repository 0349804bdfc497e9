import type { AllStreamResolvedEvent, Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '../event.js';
import type { Connection } from './connection.js';
import { fromPosition, toPosition } from './position.js';
import type { EventStoreDbRecordedEvent } from './recorded-event.js';
import { readFailure } from './server-errors.js';
import { toRecorded } from './to-recorded.js';

/** Enough to step over some foreign events in one read, even for a reader that wants one event; over many, pages double. */
const SMALLEST_PAGE = 32;

/**
 * Reads past events that are not ours until there are `limit` events, or no more.
 * @param start where to begin without `after`: a place known to have nothing of ours before it
 */
export async function readAll(
  connection: Connection,
  after: Position | null,
  limit: number,
  start: ServerPosition | 'start' = 'start',
): Promise<EventStoreDbRecordedEvent[]> {
  const events: EventStoreDbRecordedEvent[] = [];
  let from = after === null ? start : fromPosition(after);
  for (let smallest = SMALLEST_PAGE; events.length < limit; smallest *= 2) {
    const count = Math.min(Math.max(limit - events.length + 1, smallest), connection.settings.pageSize);
    const page = await readAllPage(connection, 'forwards', from, count);
    for (const { event } of page) {
      const recorded = event && toRecorded(event, connection.settings);
      // The first event of a page is the last of the page before: the server reads from a position on, inclusive.
      if (recorded && (after === null || recorded.position > after) && events.length < limit) events.push(recorded);
    }
    if (page.length < count) break;
    from = placeOf(page[page.length - 1]!);
    after = toPosition(from);
  }
  return events;
}

export async function readAllPage(
  connection: Connection,
  direction: 'forwards' | 'backwards',
  fromPosition: ServerPosition | 'start' | 'end',
  maxCount: number,
) {
  try {
    return await connection.page((client) => client.readAll({ direction, fromPosition, maxCount, resolveLinkTos: false }));
  } catch (error) {
    throw readFailure(error, connection.name, 'The log');
  }
}

/** Without resolved links, the place holds the event or else the link. */
export function placeOf({ event, link }: AllStreamResolvedEvent): ServerPosition {
  return (event ?? link)!.position;
}
