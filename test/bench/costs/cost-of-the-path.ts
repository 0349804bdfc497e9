import { setTimeout as delay } from 'node:timers/promises';
import { TenureClient } from '@tenure/client';
import { apiKey, type DistributedStage } from '../distributed-stage.js';
import { putLoadOn } from '../load.js';
import { customerIdOf } from '../purchases-file.js';
import { seededRandom } from '../seeded-random.js';
import { livesAsCommands, purchaseOf } from './lives.js';
import { machineShare } from './machine-share.js';

const IDLE_MS = 8_000;
const SINGLE = { clients: 4, seconds: 5 } as const;
/** Stored sums exist for the reporting time zone only. */
const SCANNED_IN = ['Europe/Paris', 'Asia/Tokyo', 'America/Lima'] as const;

/** Microseconds of processor time by process, without their idle work. */
export type ByProcess = Readonly<Record<string, number>>;

export interface CostOfThePath {
  /** Microseconds a second, while there is nothing to do. */
  readonly idle: ByProcess;
  /** Microseconds an event, sent in bulk. */
  readonly bulk: ByProcess;
  /** Microseconds a command, sent one by one. */
  readonly single: ByProcess;
  /** Microseconds a look-up of one customer. */
  readonly lookUp: ByProcess;
  /** Microseconds a customer, of a query that no stored sums answer. */
  readonly scan: ByProcess;
  readonly events: number;
  readonly uploadSeconds: number;
  /** From the first command to the last event in every read model. */
  readonly readableSeconds: number;
  /** Cores of the machine used meanwhile: by these processes and the benchmark, and by other processes. */
  readonly coresUsed: number;
  readonly coresOthersUsed: number;
}

/** Commands through every role to the read models, each role and server in a process of its own. */
export async function costOfThePath(
  stage: DistributedStage,
  customers: number,
  purchasesEach: number,
  say: (progress: string) => void,
): Promise<CostOfThePath> {
  const commands = new TenureClient({ url: stage.url('command-api'), token: apiKey });
  const queries = new TenureClient({ url: stage.url('query-api'), token: apiKey });
  const caughtUp = () => untilCaughtUp(queries);

  say(`${customers.toLocaleString('en')} customers register and buy`);
  const share = machineShare();
  let uploadSeconds = 0;
  let events = 0;
  const bulk = await during(stage, async () => {
    const began = performance.now();
    events = await sendAll(commands, customers, purchasesEach, say);
    uploadSeconds = (performance.now() - began) / 1_000;
    await caughtUp();
  });
  const { busy, own } = share();
  const ownCores = own + sum(bulk.used) / 1e6 / bulk.seconds;

  say('commands one by one');
  const random = seededRandom(1);
  let sent = 0;
  let done = 0;
  const single = await during(stage, async () => {
    const next = () => {
      const { command, id, data } = purchaseOf(sent++ % customers, 100 + sent, random);
      return { method: 'POST', path: `/v1/commands/${command}`, headers: `Idempotency-Key: ${id}\r\n`, body: JSON.stringify(data) } as const;
    };
    const { latencies, failures } = await putLoadOn({ url: stage.url('command-api'), token: apiKey, ...SINGLE, next });
    if ([...failures.keys()].some((status) => status !== '503')) throw new Error(`Commands were refused: ${[...failures.keys()].join(', ')}.`);
    done = latencies.length;
    await caughtUp();
  });
  say('look-ups');
  let lookedUp = 0;
  const lookUps = await during(stage, async () => {
    const next = () => ({ method: 'GET', path: `/v1/customers/${customerIdOf(Math.floor(random() * customers))}` }) as const;
    const { latencies, failures } = await putLoadOn({ url: stage.url('query-api'), token: apiKey, ...SINGLE, next });
    if (failures.size > 0) throw new Error(`Look-ups were refused: ${[...failures.keys()].join(', ')}.`);
    lookedUp = latencies.length;
  });
  say('queries that scan every customer');
  const scans = await during(stage, async () => {
    for (const timezone of SCANNED_IN) await queries.get('/v1/retention', { query: { granularity: 'month', timezone } });
  });
  // Last, when everything has been at work: young processes are busy with themselves.
  say('looking at idle processes');
  const idle = await during(stage, () => delay(IDLE_MS));
  const idlePerSecond = mapped(idle.used, (used) => (used * 1_000) / IDLE_MS);
  const each = (one: { used: ByProcess; seconds: number }, count: number) =>
    mapped(one.used, (used, name) => Math.max(0, used - idlePerSecond[name]! * one.seconds) / count);
  return {
    idle: idlePerSecond,
    bulk: each(bulk, events),
    single: each(single, done),
    lookUp: each(lookUps, lookedUp),
    scan: each(scans, customers * SCANNED_IN.length),
    events,
    uploadSeconds,
    readableSeconds: bulk.seconds,
    coresUsed: ownCores,
    coresOthersUsed: Math.max(0, busy - ownCores),
  };
}

/** A line that the log did not take in time is answered with 503; then everything is sent again, which has one effect. */
async function sendAll(commands: TenureClient, customers: number, purchasesEach: number, say: (progress: string) => void): Promise<number> {
  for (;;) {
    let [lines, late] = [0, 0];
    for await (const { status } of commands.upload('/v1/commands', { body: livesAsCommands(customers, purchasesEach) })) {
      if (status !== 200 && status !== 201 && status !== 503) throw new Error(`A command was answered ${status}.`);
      lines += 1;
      if (status === 503) late += 1;
    }
    if (late === 0) return lines;
    say(`the machine is too busy: ${late} lines came too late, and all is sent again, at its cost`);
  }
}

async function during(stage: DistributedStage, work: () => Promise<unknown>): Promise<{ used: ByProcess; seconds: number }> {
  const before = stage.processorSeconds();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  const after = stage.processorSeconds();
  const used = [...after].map(([name, total]) => [name, ((total ?? Number.NaN) - (before.get(name) ?? Number.NaN)) * 1e6]);
  return { used: Object.fromEntries(used) as ByProcess, seconds };
}

async function untilCaughtUp(queries: TenureClient): Promise<void> {
  for (;;) {
    const { log, projections } = await queries.get('/v1/status');
    if (projections.length > 0 && projections.every(({ position }) => position === log.position)) return;
    await delay(200);
  }
}

function mapped(values: ByProcess, change: (value: number, name: string) => number): ByProcess {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));
}

function sum(values: ByProcess): number {
  return Object.values(values).reduce((total, value) => total + value, 0);
}
