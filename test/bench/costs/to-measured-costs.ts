import type { Machine } from '../machine.js';
import type { MeasuredCosts, PerThing } from '../scaling/measured-costs.js';
import type { CostOfCommits } from './cost-of-commits.js';
import type { CostOfTheFeed } from './cost-of-the-feed.js';
import type { CostOfTheLog } from './cost-of-the-log.js';
import type { ByProcess, CostOfThePath } from './cost-of-the-path.js';

export interface Parts {
  readonly path: CostOfThePath;
  readonly log: CostOfTheLog;
  readonly commits: CostOfCommits;
  readonly feed: CostOfTheFeed;
  readonly bytes: MeasuredCosts['bytes'];
}

/** The default of TENURE_PARTITIONS. */
const PARTITIONS = 8;
/** An append and its read-back; a page of the log, a send and a save. Both follow from the code (`settle.ts`, `term.ts`). */
const STEPS = { append: 2, relayBatch: 3 } as const;

export function toMeasuredCosts(machine: Machine, customers: number, { path, log, commits, feed, bytes }: Parts): MeasuredCosts {
  const { events, uploadSeconds, readableSeconds, coresUsed, coresOthersUsed, bulk, single, idle, lookUp, scan } = path;
  const { cpu, cores, node, loadAverage } = machine;
  return rounded({
    measured: { on: new Date().toISOString().slice(0, 10), cpu, cores, node, loadAverage },
    run: { customers, events, partitions: PARTITIONS, uploadSeconds, readableSeconds, coresUsed, coresOthersUsed, bulk, single, idle },
    commandApi: { bulkCommand: of(bulk, 'command-api'), singleCommand: of(single, 'command-api'), load: log.readStream.own },
    relay: { batch: feed.relay, readEvent: log.readAll.own },
    projector: {
      commit: commits.own,
      heldEvent: commits.ownHeldEvent,
      consumedEvent: feed.consumer.own,
      readEvent: log.readAll.own,
      claim: commits.ownClaim,
      idlePartition: of(idle, 'projector') / PARTITIONS,
    },
    queryApi: { lookUp: of(lookUp, 'query-api'), scannedCustomer: of(scan, 'query-api') },
    eventStoreDb: { append: log.append.server, load: log.readStream.server, readEvent: log.readAll.server },
    kafka: { batch: feed.broker, consumedEvent: feed.consumer.broker },
    mongoDb: {
      commit: commits.server,
      heldEvent: commits.serverHeldEvent,
      claim: commits.serverClaim,
      lookUp: of(lookUp, 'mongo-java-server'),
      scannedCustomer: of(scan, 'mongo-java-server'),
    },
    roundTrips: { ...STEPS, commit: commits.steps, commandsOfCommit: commits.commands, records: commits.records, relayWait: feed.wait },
    bytes,
  });
}

function of(costs: ByProcess, name: string): number {
  const cost = costs[name];
  if (cost === undefined) throw new Error(`Nothing was measured of ${name}; there are ${Object.keys(costs).join(', ')}.`);
  return cost;
}

type Figures = { readonly [name: string]: number | string | Figures | PerThing };

/** Four digits: more would suggest a precision that the measurements do not have. */
function rounded<Costs>(costs: Costs): Costs {
  const round = (value: unknown): unknown => {
    if (typeof value === 'number') return Number(value.toPrecision(4));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value as Figures).map(([name, each]) => [name, round(each)]));
  };
  return round(costs) as Costs;
}
