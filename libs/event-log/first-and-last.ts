import type { RecordedEvent } from './event.js';
import type { EventLogReader } from './event-log.js';

const PAGE = 1_000;

/** The log's first event and its last one; empty while the log is empty. */
export async function firstAndLast(log: Pick<EventLogReader, 'readAll' | 'head' | 'positionAt'>): Promise<RecordedEvent[]> {
  const [first] = await log.readAll({ after: null, limit: 1 });
  const head = await log.head();
  if (!first || !head) return [];
  // Positions are not numbers: the last event is searched for among those of the last millisecond.
  let after = await log.positionAt(head.recordedAt - 1);
  let last = first;
  for (;;) {
    const page = await log.readAll({ after, limit: PAGE });
    last = page.at(-1) ?? last;
    if (page.length < PAGE) return [first, last];
    after = last.position;
  }
}
