import type { AppendResult, EventLogReader, Expectation, NewEvent, Position, RecordedEvent, SealAll } from '@tenure/event-log';

/** An event as another log recorded it: with its time of recording and its proof, which envelope 1 lacks. */
export type CopiedEvent = NewEvent & Pick<RecordedEvent, 'recordedAt' | 'checksum' | 'personalDigest'>;

/** A log that takes events as another one has recorded them, with their time of recording. */
export interface LogCopy {
  copy(stream: string, expected: Expectation, events: readonly CopiedEvent[]): Promise<AppendResult>;
}

export type CopyProgress = (events: number) => void;

export interface CopiedLog {
  readonly events: number;
  /** The last event of the source that was copied; null for an empty source. */
  readonly upTo: Position | null;
}

/** The target holds something that the source does not: it is not an interrupted copy. */
export class TargetHasOther extends Error {
  constructor(readonly stream: string) {
    super(
      `The new log already holds other events on the stream "${stream}". Copy into an empty one: give a new TENURE_NAMESPACE (with --seal: another --into), or other servers.`,
    );
    this.name = 'TargetHasOther';
  }
}

interface Copied {
  readonly from: RecordedEvent;
  readonly event: CopiedEvent;
}

const PAGE = 2_000;
const AT_ONCE = 32;

/**
 * Copies a log that nobody writes to. Events recorded at one moment are copied concurrently, those of different moments
 * one after the other: so the new log's order of recording is the old one's. Events recorded meanwhile are copied, too.
 * @param seal the form of each event in the copy; default: as it was recorded
 * @throws TargetHasOther, LogUnavailable, and the errors of `seal`
 */
export async function copyLog(
  source: Pick<EventLogReader, 'readAll'>,
  target: LogCopy,
  progress: CopyProgress,
  signal: AbortSignal,
  seal?: SealAll,
): Promise<CopiedLog> {
  let events = 0;
  let upTo: Position | null = null;
  for (;;) {
    signal.throwIfAborted();
    const page: RecordedEvent[] = await source.readAll({ after: upTo, limit: PAGE });
    const forms = (await seal?.(page)) ?? [];
    const copies = page.map((from, at): Copied => ({ from, event: { ...(forms[at] ?? asRecorded(from)), recordedAt: from.recordedAt } }));
    for (const moment of moments(copies)) {
      await copyMoment(target, moment, signal);
      events += moment.length;
      progress(events);
    }
    upTo = page.at(-1)?.position ?? upTo;
    if (page.length < PAGE) return { events, upTo };
  }
}

async function copyMoment(target: LogCopy, copies: readonly Copied[], signal: AbortSignal): Promise<void> {
  const byStream = new Map<string, Copied[]>();
  for (const copied of copies) {
    const stream = byStream.get(copied.from.stream);
    if (stream) stream.push(copied);
    else byStream.set(copied.from.stream, [copied]);
  }
  const streams = [...byStream];
  for (let at = 0; at < streams.length; at += AT_ONCE) {
    signal.throwIfAborted();
    await Promise.all(streams.slice(at, at + AT_ONCE).map(([stream, of]) => copyStream(target, stream, of)));
  }
}

async function copyStream(target: LogCopy, stream: string, copies: readonly Copied[]): Promise<void> {
  const { revision } = copies[0]!.from;
  const expected = revision === 0 ? 'no-stream' : revision - 1;
  const { outcome } = await target.copy(
    stream,
    expected,
    copies.map(({ event }) => event),
  );
  if (outcome === 'conflict') throw new TargetHasOther(stream);
}

function asRecorded({
  type,
  version,
  occurredAt,
  precision,
  data,
  personal,
  metadata,
  checksum,
  personalDigest,
}: RecordedEvent): Omit<CopiedEvent, 'recordedAt'> {
  return { type, version, occurredAt, precision, data, personal: personal ?? undefined, metadata, checksum, personalDigest };
}

function* moments(copies: readonly Copied[]): Generator<Copied[]> {
  let moment: Copied[] = [];
  for (const copied of copies) {
    if (moment.length > 0 && copied.from.recordedAt !== moment[0]!.from.recordedAt) {
      yield moment;
      moment = [];
    }
    moment.push(copied);
  }
  if (moment.length > 0) yield moment;
}
