import { type EventLogReader, type LogHead, type Position, type RecordedEvent } from '@tenure/event-log';
import type { EventPage } from './event-page.js';
import type { Moment } from './freshness.js';
import { checkpointAt } from './moment.js';
import { requireRecorded } from './require-recorded.js';

export interface PageRequest {
  /** Exclusive; null from the beginning. */
  readonly after: Position | null;
  /** Null: all types. */
  readonly types: ReadonlySet<string> | null;
  /** The actor that recorded them; null or left out: anybody. */
  readonly actor?: string | null;
  /** Inclusive; null or left out: to the end. */
  readonly upTo?: Position | null;
  readonly limit: number;
}

/** Events for readers of the log itself: auditors, exports, subscribers. */
export class EventSource {
  /** @param open opens personal parts for readers as far as possible; by default they stay as recorded */
  constructor(
    private readonly log: EventLogReader,
    private readonly open: (events: readonly RecordedEvent[]) => Promise<readonly RecordedEvent[]> = async (events) => events,
  ) {}

  async streamEvents(stream: string, range: { readonly from: number; readonly limit: number; readonly upTo?: Position }): Promise<readonly RecordedEvent[]> {
    return this.open(await this.log.readStream(stream, range));
  }

  /** Scans `limit` events; with a filter fewer may be returned, and `last` says where to continue. */
  async page({ after, types, actor = null, upTo = null, limit }: PageRequest): Promise<EventPage> {
    const read = await this.log.readAll({ after, limit });
    const looked = upTo === null ? read : read.filter(({ position }) => position <= upTo);
    return {
      events: await this.open(looked.filter(({ type, metadata }) => (types === null || types.has(type)) && (actor === null || metadata.actor === actor))),
      last: looked[looked.length - 1]?.position ?? after,
      atEnd: looked.length < limit,
    };
  }

  /** The last event recorded by a moment; null when there was none yet. */
  by(moment: Moment): Promise<LogHead | null> {
    return checkpointAt(this.log, moment);
  }

  waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    return this.log.waitFor(after, signal);
  }

  /** @throws PositionBeyondHead that names the parameter, for a position that the log has not reached */
  requireRecorded(parameter: string, position: Position): Promise<void> {
    return requireRecorded(this.log, parameter, position);
  }

  head(): Promise<LogHead | null> {
    return this.log.head();
  }
}
