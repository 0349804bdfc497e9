import { type EventLogReader, type RecordedEvent, StreamDamaged } from '@tenure/event-log';

export interface StreamReading {
  readonly log: Pick<EventLogReader, 'readStream'>;
  readonly stream: string;
}

/** A gap between two revisions up to this size is read along, because that is cheaper than a second read. */
const NEAR = 32;
const READS_AT_ONCE = 16;

interface Range {
  readonly from: number;
  to: number;
}

/** Events of a stream at known revisions, in order. Few of them cost few events read, however long the stream is. */
export async function readRevisions({ log, stream }: StreamReading, revisions: readonly number[]): Promise<RecordedEvent[]> {
  const wanted = new Set(revisions);
  const ranges = toRanges(revisions);
  const events: RecordedEvent[] = [];
  for (let at = 0; at < ranges.length; at += READS_AT_ONCE) {
    const reads = ranges.slice(at, at + READS_AT_ONCE).map(({ from, to }) => log.readStream(stream, { from, limit: to - from + 1 }));
    for (const read of await Promise.all(reads)) events.push(...read.filter(({ revision }) => wanted.has(revision)));
  }
  if (events.length === wanted.size) return events;
  throw new StreamDamaged(
    stream,
    'truncated',
    `The stream "${stream}" has lost events that it had: restore the log from a backup, then start the engine again.`,
  );
}

function toRanges(revisions: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const revision of revisions.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && revision - last.to <= NEAR) last.to = revision;
    else ranges.push({ from: revision, to: revision });
  }
  return ranges;
}
