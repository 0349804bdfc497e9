import type { EventEnvelope, Page, Parameters } from '@tenure/client';
import type { Session } from '../session.js';
import { printEvent } from './event-text.js';

const largestPage = 500;

export interface EventsRequest {
  readonly path: string;
  readonly parameters: Parameters;
  /** The parameter that names where a page begins, and where the first one does. */
  readonly from: readonly [name: 'from' | 'after', place: string | null];
  readonly limit: number;
  /** For a list over all streams: whose event each is. */
  readonly withSubject: boolean;
}

/** Prints events page by page until `limit` are out. Answers how many were, and where to continue. */
export async function printEvents(
  session: Session,
  { path, parameters, from: [name, place], limit, withSubject }: EventsRequest,
): Promise<{ readonly printed: number; readonly next: string | null }> {
  const client = await session.client();
  let next: string | null = place;
  let printed = 0;
  do {
    const asked: Parameters = { ...parameters, asAt: session.asAt, [name]: next, limit: Math.min(limit - printed, largestPage) };
    const page: Page<EventEnvelope> = await client.get(path, asked);
    for (const event of page.items) session.output.line(session.json ? JSON.stringify(event) : printEvent(event, { withSubject }));
    printed += page.items.length;
    next = page.next;
  } while (next !== null && printed < limit);
  return { printed, next };
}
