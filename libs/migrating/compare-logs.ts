import { createHash } from 'node:crypto';
import type { EventLogReader } from '@tenure/event-log';
import { contentOf } from './content-of.js';

export interface Comparison {
  readonly identical: boolean;
  /** SHA-256 over every stream's name and digest, of the source. */
  readonly digest: string;
  readonly streams: number;
  readonly events: number;
  /** The first stream that differs, or is there only once; null when none does. */
  readonly differs: string | null;
}

interface StreamDigest {
  readonly stream: string;
  readonly events: number;
  readonly digest: string;
}

/** Reads both logs once, stream by stream in order of name, and compares all but positions. */
export async function compareLogs(source: EventLogReader, target: EventLogReader): Promise<Comparison> {
  const all = createHash('sha256');
  const others = digests(target)[Symbol.asyncIterator]();
  let streams = 0;
  let events = 0;
  let differs: string | null = null;
  for await (const ours of digests(source)) {
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

async function* digests(log: EventLogReader): AsyncGenerator<StreamDigest> {
  const head = await log.head();
  if (!head) return;
  for await (const events of log.readStreams({ prefixes: [''], upTo: head.position })) {
    const hash = createHash('sha256');
    for (const event of events) hash.update(`${contentOf(event)}\n`);
    yield { stream: events[0]!.stream, events: events.length, digest: hash.digest('hex') };
  }
}
