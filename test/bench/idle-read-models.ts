import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, CommandProcessor } from '@tenure/commanding';
import { LogTail } from '@tenure/event-feed';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { createKeyedHash } from '@tenure/log-secret';
import { customerStreams, type Projection, Projector, ProjectorLoop } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import { alternateRounds, median } from './alternate-rounds.js';
import type { Benchmark, Row } from './benchmark.js';
import { interleavedEvents } from './interleaved-events.js';
import { MemoryLog } from './memory-log.js';
import { customerIdOf } from './purchases-file.js';

const ROUNDS = 3;
const FOLDED = { customers: 4_000, events: 40_000 };
const IMPORTED = { customers: 2_000, purchasesEach: 5, rows: 1_000 };
const SENT = { customers: 1_000, commands: 6_000, clients: 64 };
/** The projector's batch size in the engine. */
const BATCH = 1_000;
const FROM = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

const keyed = createKeyedHash(Buffer.alloc(32, 1), 1);
const secret = { keyed: async () => keyed, isKeyedThroughout: async () => true };

const known: readonly Projection[] = readModels.map(({ projection }) => projection);
/** Two for each existing read model: they read an event type that never comes. */
const idle = known.flatMap(({ name }) => [1, 2].map((n): Projection => idleProjection(`${name}-idle-${n}`)));

function idleProjection(name: string): Projection {
  const never = () => {
    throw new Error('It has heard of an event that it does not read.');
  };
  return { name, version: 1, of: customerStreams, reads: ['NeverRecorded'], initial: never, evolve: never, contributions: never };
}

/** The cost of read models that read none of the events: twice as many of them beside the existing ones; floor: the existing ones alone. */
export const idleReadModels: Benchmark = {
  name: 'reads',
  async run({ folder, say }): Promise<Row[]> {
    const events = interleavedEvents(FOLDED.customers, FOLDED.events);
    const log = new MemoryLog();
    log.grow(events);
    const measured: ReadonlyArray<readonly [what: string, (folder: string, projections: readonly Projection[]) => Promise<number>]> = [
      ['projector, events of a log that costs nothing to read', (own, projections) => folded(own, projections, log)],
      ['import of customers with their purchases, read models following', imported],
      [`single commands, ${SENT.clients} at once, read models following`, sent],
    ];
    const rows: Row[] = [];
    for (const [what, run] of measured) {
      say(what);
      const used = { ours: [] as number[], floor: [] as number[] };
      const perSecond = async (projections: readonly Projection[]) => {
        const own = mkdtempSync(join(folder, 'reads-'));
        const before = process.cpuUsage();
        try {
          return await run(own, projections);
        } finally {
          const { user, system } = process.cpuUsage(before);
          used[projections === known ? 'floor' : 'ours'].push((user + system) / 1_000);
          rmSync(own, { recursive: true });
        }
      };
      const samples = await alternateRounds(
        ROUNDS,
        () => perSecond([...known, ...idle]),
        () => perSecond(known),
      );
      const [ours, floor] = [median(samples.ours), median(samples.floor)];
      rows.push({
        what: `${what}, with ${idle.length} idle read models; floor: with the ${known.length} that there are`,
        unit: 'events/s',
        ours,
        floor,
        ratio: ours / floor,
        budget: { ratioAtLeast: 0.95 },
        notes: [`processor time of a round: ${median(used.ours).toFixed(0)} ms against ${median(used.floor).toFixed(0)} ms`],
        samples,
      });
    }
    return rows;
  },
};

async function folded(folder: string, projections: readonly Projection[], log: MemoryLog): Promise<number> {
  const store = await storeOf(folder, projections);
  try {
    const projector = await Projector.open(projections, new LogTail(log), log, store);
    const began = performance.now();
    while (await projector.step(BATCH));
    return FOLDED.events / ((performance.now() - began) / 1_000);
  } finally {
    await store.close();
  }
}

/** Live views without events: the projector follows the log with them from its beginning. */
async function storeOf(folder: string, projections: readonly Projection[]): Promise<SqliteReadStore> {
  mkdirSync(folder, { recursive: true });
  const store = SqliteReadStore.openForWriting(join(folder, 'read-models.db'));
  for (const { name, version } of projections) await store.makeLive(await store.createView(name, version));
  return store;
}

function imported(folder: string, projections: readonly Projection[]): Promise<number> {
  return followed(folder, projections, async (processor) => {
    const { customers, purchasesEach, rows } = IMPORTED;
    const commands = Array.from({ length: customers }, (_, n) => Array.from({ length: purchasesEach }, (_each, at) => purchaseOf(n, at))).flat();
    for (let at = 0; at < commands.length; at += rows) await processor.executeMany(commands.slice(at, at + rows));
    return customers * (purchasesEach + 1);
  });
}

function sent(folder: string, projections: readonly Projection[]): Promise<number> {
  return followed(folder, projections, async (processor) => {
    let next = 0;
    const client = async () => {
      for (let n = next++; n < SENT.commands; n = next++) await processor.execute(purchaseOf(n % SENT.customers, Math.floor(n / SENT.customers)));
    };
    await Promise.all(Array.from({ length: SENT.clients }, client));
    return SENT.commands + SENT.customers;
  });
}

/** Events a second, from the first command until every read model has all: in one thread, in which any work delays all other work. */
async function followed(folder: string, projections: readonly Projection[], work: (processor: CommandProcessor) => Promise<number>): Promise<number> {
  const log = await SqliteEventLog.open(join(folder, 'events.db'), { keyed: secret.keyed });
  const store = await storeOf(folder, projections);
  const feed = new LogTail(log);
  const projector = await Projector.open(projections, feed, log, store);
  const loop = new ProjectorLoop(projector, feed, BATCH);
  loop.start();
  try {
    const began = performance.now();
    const events = await work(new CommandProcessor(log, secret));
    const head = (await log.head())!.position;
    while ((projector.position ?? '') < head) await loop.between(() => projector.step(BATCH));
    return events / ((performance.now() - began) / 1_000);
  } finally {
    await loop.stop();
    await store.close();
    await log.close();
  }
}

function purchaseOf(customer: number, n: number): Command {
  const customerId = customerIdOf(customer);
  const occurredAt = new Date(FROM + n * 7 * DAY).toISOString();
  const data = { customerId, occurredAt, orderId: `o-${n}`, amount: { minor: 100 + ((customer * 7 + n) % 20_000), currency: 'USD' }, channel: 'web' };
  return { name: 'RecordPurchase', customerId, id: `${customerId}-${n}`, data, actor: 'bench', registerUnknown: true };
}
