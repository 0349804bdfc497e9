import { StreamDamaged } from '../errors.js';
import type { Position, RecordedEvent } from '../event.js';
import { compareNames } from './compare-names.js';
import type { Connection } from './connection.js';
import { fromPosition } from './position.js';
import { readAll } from './read-all.js';
import type { EventStoreDbRecordedEvent } from './recorded-event.js';
import { type SpillLine, toEvent, toLine } from './spill-line.js';
import { StreamSorter } from './stream-sorter.js';

export interface StreamsRange {
  readonly prefixes: readonly string[];
  readonly after?: string;
  readonly upTo: Position;
}

/**
 * Whole streams in ascending order of name. The server has no list of its streams in any order, and asking for millions
 * of them one by one would be millions of calls: the log is read once from the beginning and sorted on the way, in
 * bounded memory and as much disk as the events take.
 */
export async function* readStreams(connection: Connection, { prefixes, after = '', upTo }: StreamsRange): AsyncGenerator<RecordedEvent[]> {
  fromPosition(upTo);
  const { spillFolder, spillBytes } = connection.settings;
  const sorter = new StreamSorter(spillFolder, spillBytes);
  try {
    for await (const event of eventsUpTo(connection, upTo)) {
      if (prefixes.some((prefix) => event.stream.startsWith(prefix)) && compareNames(event.stream, after) > 0) await sorter.add(toLine(event));
    }
    yield* wholeStreams(sorter.sorted());
  } finally {
    await sorter.close();
  }
}

async function* eventsUpTo(connection: Connection, upTo: Position): AsyncGenerator<EventStoreDbRecordedEvent> {
  const limit = connection.settings.pageSize;
  for (let after: Position | null = null; ; ) {
    const page: EventStoreDbRecordedEvent[] = await readAll(connection, after, limit);
    for (const event of page) {
      if (event.position > upTo) return;
      yield event;
    }
    if (page.length < limit) return;
    after = page[page.length - 1]!.position;
  }
}

async function* wholeStreams(lines: AsyncIterable<SpillLine>): AsyncGenerator<RecordedEvent[]> {
  let current: RecordedEvent[] = [];
  for await (const line of lines) {
    if (current.length > 0 && current[0]!.stream !== line.stream) {
      yield current;
      current = [];
    }
    if (line.revision !== current.length) throw incomplete(line, current.length);
    current.push(toEvent(line));
  }
  if (current.length > 0) yield current;
}

function incomplete({ stream, revision }: SpillLine, expected: number): StreamDamaged {
  return new StreamDamaged(
    stream,
    'truncated',
    `The log goes from revision ${expected - 1} to ${revision} of stream "${stream}": what lies between was scavenged, or was not written by Tenure. ` +
      'Restore the server from a backup, or keep other applications off these streams.',
  );
}
