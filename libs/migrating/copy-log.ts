import type { AppendResult, EventLogReader, Expectation, NewEvent, RecordedEvent } from '@tenure/event-log';

/** What another log has recorded: its time of recording, and what proves it, which envelope 1 has not. */
export type CopiedEvent = NewEvent & Pick<RecordedEvent, 'recordedAt' | 'checksum' | 'personalDigest'>;

/** A log that takes events as another one has recorded them, with their time of recording. */
export interface LogCopy {
  copy(stream: string, expected: Expectation, events: readonly CopiedEvent[]): Promise<AppendResult>;
}

export type CopyProgress = (events: number) => void;

/** The target holds something that the source does not: it is no copy that was cut short. */
export class TargetHasOther extends Error {
  constructor(readonly stream: string) {
    super(`The new log already holds other events on the stream "${stream}". Migrate into an empty one: give a new TENURE_NAMESPACE, or other servers.`);
    this.name = 'TargetHasOther';
  }
}

const PAGE = 2_000;
const AT_ONCE = 32;

/**
 * Copies a log that nobody writes to. Events recorded at one moment go side by side, those of different moments one after
 * the other: so the new log's order of recording is the old one's. @throws TargetHasOther, LogUnavailable
 */
export async function copyLog(source: Pick<EventLogReader, 'readAll'>, target: LogCopy, progress: CopyProgress, signal: AbortSignal): Promise<number> {
  let copied = 0;
  let after: string | null = null;
  for (;;) {
    signal.throwIfAborted();
    const page: RecordedEvent[] = await source.readAll({ after, limit: PAGE });
    for (const moment of moments(page)) {
      await copyMoment(target, moment, signal);
      copied += moment.length;
      progress(copied);
    }
    if (page.length < PAGE) return copied;
    after = page[page.length - 1]!.position;
  }
}

async function copyMoment(target: LogCopy, events: readonly RecordedEvent[], signal: AbortSignal): Promise<void> {
  const byStream = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const stream = byStream.get(event.stream);
    if (stream) stream.push(event);
    else byStream.set(event.stream, [event]);
  }
  const streams = [...byStream];
  for (let at = 0; at < streams.length; at += AT_ONCE) {
    signal.throwIfAborted();
    await Promise.all(streams.slice(at, at + AT_ONCE).map(([stream, of]) => copyStream(target, stream, of)));
  }
}

async function copyStream(target: LogCopy, stream: string, events: readonly RecordedEvent[]): Promise<void> {
  const { revision } = events[0]!;
  const { outcome } = await target.copy(stream, revision === 0 ? 'no-stream' : revision - 1, events.map(toNew));
  if (outcome === 'conflict') throw new TargetHasOther(stream);
}

function toNew({ type, version, occurredAt, precision, recordedAt, data, personal, metadata, checksum, personalDigest }: RecordedEvent): CopiedEvent {
  return { type, version, occurredAt, precision, recordedAt, data, personal: personal ?? undefined, metadata, checksum, personalDigest };
}

function* moments(events: readonly RecordedEvent[]): Generator<RecordedEvent[]> {
  let moment: RecordedEvent[] = [];
  for (const event of events) {
    if (moment.length > 0 && event.recordedAt !== moment[0]!.recordedAt) {
      yield moment;
      moment = [];
    }
    moment.push(event);
  }
  if (moment.length > 0) yield moment;
}
