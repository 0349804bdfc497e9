import { quantile } from '../alternate-rounds.js';
import { seededRandom } from '../seeded-random.js';
import { Clock } from './clock.js';
import { commandStage } from './command-stage.js';
import { Cores } from './cores.js';
import type { Part } from './deployment.js';
import type { Load } from './load.js';
import { CLAIM_MS, ProjectorStage } from './projector-stage.js';
import { RelayStage, type Travelling } from './relay-stage.js';
import { Worker } from './worker.js';

/** Time slice of a Linux scheduler with some waiting processes, in microseconds. */
const SLICE = 3_000;

export interface Outcome {
  readonly sent: number;
  readonly appended: number;
  /** Folded into every read model. */
  readonly readable: number;
  /** Milliseconds from the log to the read models, of the events readable so far. */
  readonly lag: { readonly p50: number; readonly p99: number };
  /** Of the events of the first and of the second half of the time: it grows if a part cannot keep up. */
  readonly lagOfHalves: readonly [number, number];
  /** Share of its capacity that each part used; for several instances, the mean. */
  readonly utilisation: Readonly<Record<Part, number>>;
  /** When the last event so far was appended, and readable, in seconds. */
  readonly lastAppended: number;
  readonly lastReadable: number;
}

/** Commands to read models, event by event, in virtual time. The same load gives the same outcome. */
export function simulate(load: Load): Outcome {
  const { costs, deployment, sharedMachine, lifted, seconds } = load;
  const clock = new Clock();
  const random = seededRandom(load.seed);
  const shared = sharedMachine && new Cores(clock, sharedMachine.cores, { speed: sharedMachine.speed, slice: SLICE });
  const cores = (count: number, part: Part) => shared ?? new Cores(clock, lifted.has(part) ? 1e6 : count);
  const workers = (count: number) => Array.from({ length: count }, () => new Worker(clock, shared ?? new Cores(clock, 1)));

  const log = { reads: cores(load.servers.log.readers, 'log-reads'), writer: cores(1, 'log') };
  const kafka = cores(deployment.brokerCores, 'kafka');
  const mongoDb = cores(deployment.shardCores, 'mongodb');
  const commandApis = workers(deployment.commandApis);
  const queryApis = workers(deployment.queryApis);
  const processes = workers(lifted.has('projector') ? deployment.partitions : deployment.projectors);

  const lags: number[] = [];
  const halves: [number[], number[]] = [[], []];
  let [sent, appended, lastAppended, lastReadable] = [0, 0, 0, 0];
  const readable = ({ appendedAt }: Travelling) => {
    const lag = clock.now - appendedAt;
    lags.push(lag);
    halves[clock.now < seconds * 500 ? 0 : 1].push(lag);
    lastReadable = clock.now / 1_000;
  };
  const projectors = processes.map((worker, n) => {
    const partitions = Array.from({ length: deployment.partitions }, (_, partition) => partition).filter((each) => each % processes.length === n);
    return new ProjectorStage(clock, load, worker, kafka, mongoDb, readable, partitions, random() * CLAIM_MS);
  });
  const relay = new RelayStage(clock, load, workers(1)[0]!, log.reads, kafka, mongoDb, (batch) => {
    const parts = new Map<number, Travelling[]>();
    for (const event of batch) {
      const n = event.partition % projectors.length;
      const events = parts.get(n);
      if (events) events.push(event);
      else parts.set(n, [event]);
    }
    for (const [n, events] of parts) projectors[n]!.published(events);
    for (const projector of projectors) projector.relayMoved();
  });
  const command = commandStage(clock, load, commandApis, log, () => {
    appended += 1;
    lastAppended = clock.now / 1_000;
    relay.appended({ appendedAt: clock.now, partition: Math.floor(random() * deployment.partitions) });
  });
  const send = () => {
    sent += 1;
    command();
  };

  for (let i = 0; i < load.backlog; i++) send();
  const end = seconds * 1_000;
  arrivals(clock, random, load.commandsPerSecond, end, send);
  let query = 0;
  arrivals(
    clock,
    random,
    () => load.queriesPerSecond,
    end,
    () => {
      queryApis[query++ % queryApis.length]!.run(costs.queryApi.lookUp, () => undefined);
      mongoDb.run(load.servers.mongoDb.lookUp, () => undefined);
    },
  );
  clock.runUntil(end);

  const mean = (all: ReadonlyArray<{ utilisation: number }>) => all.reduce((sum, { utilisation }) => sum + utilisation, 0) / all.length;
  return {
    sent,
    appended,
    readable: lags.length,
    lag: { p50: quantile(lags, 0.5), p99: quantile(lags, 0.99) },
    lagOfHalves: [quantile(halves[0], 0.5), quantile(halves[1], 0.5)],
    utilisation: {
      'command-api': mean(commandApis),
      log: log.writer.utilisation,
      'log-reads': log.reads.utilisation,
      relay: relay.utilisation,
      kafka: kafka.utilisation,
      partition: mean(projectors),
      projector: mean(processes),
      mongodb: mongoDb.utilisation,
      'query-api': mean(queryApis),
    },
    lastAppended,
    lastReadable,
  };
}

/** Independent callers: the time to the next call is exponential. */
function arrivals(clock: Clock, random: () => number, perSecond: (ms: number) => number, end: number, arrive: () => void): void {
  const next = () => {
    const rate = perSecond(clock.now);
    // No caller now: look again a little later.
    const wait = rate <= 0 ? 100 : (-Math.log(1 - random()) / rate) * 1_000;
    if (clock.now + wait >= end) return;
    clock.after(wait, () => {
      if (rate > 0) arrive();
      next();
    });
  };
  next();
}
