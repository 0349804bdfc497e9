import { type NewEvent, streamOf } from '@tenure/event-log';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { purchase, registration } from '../appended-log.js';
import { customerIdOf } from '../purchases-file.js';
import { seededRandom } from '../seeded-random.js';
import { processorTimesOf } from './processor-clock.js';
import { type Line, weightedLine } from './weighted-line.js';

const PAGE = 2_000;
const MOST_READ = 40_000;
const STREAMS = 300;
/** Long ones first: the code is warm when the short ones are measured. */
const LIVES = [100, 10, 1] as const;
const AT_ONCE = 16;
const NAMESPACE = 'costs.';

export interface CostOfTheLog {
  /** Microseconds an event, of the reader and of the server: the whole log, in pages, from the beginning. */
  readonly readAll: { readonly own: number; readonly server: number };
  /** A customer's stream, and each event in it. */
  readonly readStream: { readonly own: Line; readonly server: Line };
  /** One event of one customer, read back. */
  readonly append: { readonly own: number; readonly server: number };
}

/** The cost of reading the log that the roles have filled, and of appends, through the adapter in this process. */
export async function costOfTheLog(url: string, serverPid: number, say: (progress: string) => void): Promise<CostOfTheLog> {
  say('reading the log');
  const written = await EventStoreDbEventLog.open({ url });
  let read = 0;
  const all = await processorTimesOf(serverPid, async () => {
    for (let after: string | null = null; read < MOST_READ; ) {
      const page = await written.readAll({ after, limit: PAGE });
      read += page.length;
      after = page.at(-1)?.position ?? null;
      if (page.length < PAGE) break;
    }
  });
  await written.close();
  say('appending, and reading single customers');
  const log = await EventStoreDbEventLog.open({ url, namespace: NAMESPACE });
  try {
    const own: Array<[number, number]> = [];
    const server: Array<[number, number]> = [];
    let append = { own: 0, server: 0 };
    for (const [n, length] of LIVES.entries()) {
      const stream = (i: number) => streamOf(customerIdOf(n * STREAMS + i));
      const appended = await processorTimesOf(serverPid, () =>
        sideBySide(STREAMS, async (i) => void (await log.append({ stream: stream(i), expected: 'no-stream', events: lifeOf(length) }))),
      );
      if (length === 1) append = { own: appended.own / STREAMS, server: appended.server / STREAMS };
      const streams = await processorTimesOf(serverPid, () => sideBySide(STREAMS, async (i) => void (await log.readStream(stream(i)))));
      own.push([length, streams.own / STREAMS]);
      server.push([length, streams.server / STREAMS]);
    }
    return {
      readAll: { own: all.own / read, server: all.server / read },
      readStream: { own: weightedLine(own), server: weightedLine(server) },
      append,
    };
  } finally {
    await log.close();
  }
}

function lifeOf(events: number): NewEvent[] {
  const random = seededRandom(events);
  return Array.from({ length: events }, (_, i) => (i === 0 ? registration(0) : purchase(i * 86_400_000, i, random)));
}

async function sideBySide(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
