import { type EventLogReader, type LogHead, type Position, type RecordedEvent, streamOf } from '@tenure/event-log';
import type { EventPage } from './event-page.js';
import { requireRecorded } from './require-recorded.js';

/** Events for those who read the log itself: auditors, exports, subscribers. */
export class EventSource {
  constructor(private readonly log: EventLogReader) {}

  streamEvents(customerId: string, { from, limit }: { readonly from: number; readonly limit: number }): Promise<RecordedEvent[]> {
    return this.log.readStream(streamOf(customerId), { from, limit });
  }

  /** Looks at `limit` events; with a filter fewer may come back, and `last` says where to continue. */
  async page({
    after,
    types,
    limit,
  }: {
    readonly after: Position | null;
    readonly types: ReadonlySet<string> | null;
    readonly limit: number;
  }): Promise<EventPage> {
    const looked = await this.log.readAll({ after, limit });
    return {
      events: types ? looked.filter(({ type }) => types.has(type)) : looked,
      last: looked[looked.length - 1]?.position ?? after,
      atEnd: looked.length < limit,
    };
  }

  waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    return this.log.waitFor(after, signal);
  }

  /** @throws BadQuery that names the parameter, for a position that the log has not reached */
  requireRecorded(parameter: string, position: Position): Promise<void> {
    return requireRecorded(this.log, parameter, position);
  }

  head(): Promise<LogHead | null> {
    return this.log.head();
  }
}
