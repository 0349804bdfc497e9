import type { RecordedEvent } from '@tenure/event-log';
import { customerStreams, PartitionProjector, ViewKeeper } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { MongoReadStore } from '@tenure/read-store/mongodb';
import { interleavedEvents } from '../interleaved-events.js';
import { MemoryLog } from '../memory-log.js';
import { CountedCommands } from './counted-commands.js';
import { processorTimesOf } from './processor-clock.js';
import { type Line, weightedLine } from './weighted-line.js';

/**
 * How many events of different customers go into one commit, and how often: from as many as come together under load down to a single one.
 * Large commits first: client and server are warm when the small ones are measured.
 */
const ROUNDS: ReadonlyArray<readonly [events: number, rounds: number]> = [
  [256, 8],
  [64, 10],
  [8, 30],
  [1, 100],
];
/** More than a view holds in memory, so that each commit loads its documents, as with millions of customers. */
const CUSTOMERS = 6_000;
const LONG_LIVES = 600;
const LONG_LIFE = 100;
const CLAIMS = 200;

export interface CostOfCommits {
  /** Microseconds of the projector's process and of the database, for a commit and for an event in it; the customers have hardly any events yet. */
  readonly own: Line;
  readonly server: Line;
  /** The increase in the cost of an event for each event that its customer already has. */
  readonly ownHeldEvent: number;
  readonly serverHeldEvent: number;
  /** A partition claims that it is caught up although nothing was for it. */
  readonly ownClaim: number;
  readonly serverClaim: number;
  /** Requests that wait for each other, whatever the number of events. */
  readonly steps: number;
  readonly commands: number;
  /** Records written by a commit, and for each event in it: documents, and sums, which events share. */
  readonly records: Line;
  /** Bytes written for an event, in bodies and the commit that holds them: for a customer with one event, and for each further event. */
  readonly writtenBytes: Line;
}

/** All read models of one partition on the database, committed in this process as a projector's process does. */
export async function costOfCommits(url: string, serverPid: number, say: (progress: string) => void): Promise<CostOfCommits> {
  say('commits of customers who are new');
  const short = await commitsOf(url, serverPid, interleavedEvents(CUSTOMERS, CUSTOMERS + eventsOf(ROUNDS)), CUSTOMERS, 'short_lives', ROUNDS);
  say(`commits of customers with ${LONG_LIFE} events`);
  const rounds = [[64, 6] as const];
  const long = await commitsOf(url, serverPid, longLives(LONG_LIFE, eventsOf(rounds)), LONG_LIVES * LONG_LIFE, 'long_lives', rounds);
  const size = rounds[0]![0];
  const more = LONG_LIFE - 1;
  const heldEvent = (line: Line, perCommit: number) => Math.max(0, (perCommit - line.fixed - line.each * size) / size / more);
  const shortBytes = short.bytes;
  return {
    own: short.own,
    server: short.server,
    ownHeldEvent: heldEvent(short.own, long.perCommit.own),
    serverHeldEvent: heldEvent(short.server, long.perCommit.server),
    ownClaim: short.claim.own,
    serverClaim: short.claim.server,
    steps: short.steps,
    commands: short.commands,
    records: short.records,
    writtenBytes: { fixed: shortBytes, each: Math.max(0, (long.bytes - shortBytes) / more) },
  };
}

async function commitsOf(
  url: string,
  serverPid: number,
  events: readonly RecordedEvent[],
  warmUp: number,
  database: string,
  rounds: ReadonlyArray<readonly [events: number, rounds: number]>,
) {
  const { client, counted } = CountedCommands.client(url);
  const store = await MongoReadStore.on(client, { database, partitions: 1 });
  try {
    const projections = readModels.map(({ projection }) => projection).filter(({ of }) => of.name === customerStreams.name);
    await new ViewKeeper(projections, store, new MemoryLog()).ensure();
    const projector = await PartitionProjector.open(projections, () => true, new MemoryLog(), await store.partition(0));
    for (let at = 0; at < warmUp; at += 1_000) await projector.apply(events.slice(at, at + 1_000), { offset: at + 1_000 });
    let at = warmUp;
    const own: Array<[number, number]> = [];
    const server: Array<[number, number]> = [];
    let perCommit = { own: 0, server: 0 };
    let [steps, commands] = [0, 0];
    let bytes = 0;
    const records: Array<[number, number]> = [];
    for (const [size, times] of rounds) {
      const before = counted.sofar;
      const used = await processorTimesOf(serverPid, async () => {
        for (let round = 0; round < times; round++, at += size) await projector.apply(events.slice(at, at + size), { offset: at + size });
      });
      const after = counted.sofar;
      perCommit = { own: used.own / times, server: used.server / times };
      own.push([size, perCommit.own]);
      server.push([size, perCommit.server]);
      [steps, commands] = [(after.steps - before.steps) / times, (after.commands - before.commands) / times];
      records.push([size, (after.records - before.records) / times]);
      bytes ||= (after.bytes - before.bytes) / (size * times);
    }
    const line = (points: Array<[number, number]>) => (points.length > 1 ? weightedLine(points) : { fixed: points[0]![1], each: 0 });
    return {
      own: line(own),
      server: line(server),
      perCommit,
      steps,
      commands,
      records: line(records),
      bytes,
      claim: await costOfClaims(projector, serverPid, at),
    };
  } finally {
    await store.close();
  }
}

async function costOfClaims(projector: PartitionProjector, serverPid: number, offset: number): Promise<{ own: number; server: number }> {
  const { position, recordedAt } = projector.checkpoint!;
  const later = (more: number) => String(Number(position) + more).padStart(position.length, '0');
  const used = await processorTimesOf(serverPid, async () => {
    for (let i = 1; i <= CLAIMS; i++) await projector.claim({ position: later(i), recordedAt, offset });
  });
  return { own: used.own / CLAIMS, server: used.server / CLAIMS };
}

/** Whole lives one after the other, as a rebuild reads them, and then `more` events of the same customers. */
function longLives(each: number, more: number): RecordedEvent[] {
  const events = interleavedEvents(LONG_LIVES, LONG_LIVES * each + more);
  const lived = events.slice(0, LONG_LIVES * each).sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.revision - b.revision));
  // Positions ascend in order of arrival.
  return [...lived, ...events.slice(lived.length)].map((event, i) => ({ ...event, position: events[i]!.position }));
}

function eventsOf(rounds: ReadonlyArray<readonly [events: number, rounds: number]>): number {
  return rounds.reduce((sum, [events, times]) => sum + events * times, 0);
}
