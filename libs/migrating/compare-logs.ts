import { createHash } from 'node:crypto';
import type { EventLogReader, Position, RecordedEvent } from '@tenure/event-log';
import { contentOf } from './content-of.js';

export interface Comparison {
  readonly identical: boolean;
  /** SHA-256 over the name and digest of every stream of the source. */
  readonly digest: string;
  readonly streams: number;
  readonly events: number;
  /** The first stream that differs, or exists in one log only; null when none does. */
  readonly differs: string | null;
}

/** The contents that both logs have to agree in, one text per event. */
export type Contents = (events: readonly RecordedEvent[]) => Promise<readonly string[]>;

export interface ComparisonOptions {
  /** Default: everything except positions, as `contentOf`. */
  readonly contents?: { readonly source: Contents; readonly target: Contents };
  /** The last position of the source that counts; default: its end. */
  readonly upTo?: Position;
  /** A stream that only the target has, and has to have. */
  readonly added?: string | null;
}

interface StreamDigest {
  readonly stream: string;
  readonly events: number;
  readonly digest: string;
}

/** Contents are requested for this many events together, or for a whole stream that has more. */
const AT_ONCE = 1_000;

/** Reads both logs once, stream by stream in order of name, and compares what their events say. */
export async function compareLogs(
  source: EventLogReader,
  target: EventLogReader,
  { contents = asRecorded, upTo, added = null }: ComparisonOptions = {},
): Promise<Comparison> {
  const all = createHash('sha256');
  const others = digests(target, contents.target, null, added)[Symbol.asyncIterator]();
  let streams = 0;
  let events = 0;
  let differs: string | null = null;
  for await (const ours of digests(source, contents.source, upTo ?? null, added)) {
    const { value: theirs, done } = await others.next();
    streams += 1;
    events += ours.events;
    all.update(`${ours.stream}\0${ours.digest}\n`);
    if (done) differs ??= ours.stream;
    else if (theirs.stream !== ours.stream) differs ??= theirs.stream < ours.stream ? theirs.stream : ours.stream;
    else if (theirs.digest !== ours.digest) differs ??= ours.stream;
  }
  const { value: extra, done } = await others.next();
  if (!done) differs ??= extra.stream;
  return { identical: differs === null, digest: all.digest('hex'), streams, events, differs };
}

const contentsAsRecorded: Contents = async (events) => events.map(contentOf);
const asRecorded = { source: contentsAsRecorded, target: contentsAsRecorded };

async function* digests(log: EventLogReader, contents: Contents, upTo: Position | null, without: string | null): AsyncGenerator<StreamDigest> {
  const end = upTo ?? (await log.head())?.position;
  if (end === undefined) return;
  let together: RecordedEvent[][] = [];
  let events = 0;
  for await (const stream of log.readStreams({ prefixes: [''], upTo: end })) {
    if (stream[0]!.stream === without) continue;
    together.push(stream);
    events += stream.length;
    if (events < AT_ONCE) continue;
    yield* digested(together, contents);
    [together, events] = [[], 0];
  }
  yield* digested(together, contents);
}

async function* digested(streams: readonly RecordedEvent[][], contents: Contents): AsyncGenerator<StreamDigest> {
  const all = await contents(streams.flat());
  let first = 0;
  for (const events of streams) {
    const hash = createHash('sha256');
    for (const content of all.slice(first, first + events.length)) hash.update(`${content}\n`);
    first += events.length;
    yield { stream: events[0]!.stream, events: events.length, digest: hash.digest('hex') };
  }
}
