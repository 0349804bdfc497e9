import type { Page, Query, Schemas, TenureClient } from '@tenure/client';
import type { Session } from '../session.js';
import { printEvent } from './event-text.js';

type EventEnvelope = Schemas['CloudEvent'];

const largestPage = 500;

export interface EventsRequest {
  /** Fetches a page of events. The caller knows all parameters except these. */
  page(client: TenureClient, place: string | null, asked: Asked): Promise<Page<EventEnvelope>>;
  /** Where the first page begins. */
  readonly from: string | null;
  readonly limit: number;
  /** For a list over all streams: says whose event each is. */
  readonly withSubject: boolean;
}

type Asked = Pick<Query<'/v1/events'>, 'asAt' | 'limit'>;

/** Prints up to `limit` events, page by page. Answers how many it printed, and where to continue. */
export async function printEvents(
  session: Session,
  { page: pageOf, from, limit, withSubject }: EventsRequest,
): Promise<{ readonly printed: number; readonly next: string | null }> {
  const client = await session.client();
  let next: string | null = from;
  let printed = 0;
  do {
    const page = await pageOf(client, next, { asAt: session.asAt, limit: Math.min(limit - printed, largestPage) });
    for (const event of page.items) session.output.line(session.json ? JSON.stringify(event) : printEvent(event, { withSubject }));
    printed += page.items.length;
    next = page.next;
  } while (next !== null && printed < limit);
  return { printed, next };
}
