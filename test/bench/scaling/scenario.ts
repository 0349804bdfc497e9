import { dailyCurve, PEAK_OF_DAY } from './daily-curve.js';
import type { Deployment } from './deployment.js';
import type { Load } from './load.js';
import type { MeasuredCosts } from './measured-costs.js';
import { measuredServers, type Servers } from './servers.js';
import { eventsPerCustomer, type Size } from './size.js';

export interface Scenario {
  readonly name: string;
  readonly size: Size;
}

/** Enough commands for steady figures: at least some rounds of every part's work, and not more than necessary. */
const COMMANDS = 6_000;
const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 8;

const CUSTOMERS = 100e6;
const EVENTS = 10e9;

export const scenarios: readonly Scenario[] = [
  { name: 'in five years', size: { customers: CUSTOMERS, events: EVENTS, years: 5, peakFactor: 10, queriesPerSecond: 200 } },
  { name: 'in one year', size: { customers: CUSTOMERS, events: EVENTS, years: 1, peakFactor: 10, queriesPerSecond: 1_000 } },
];

/** Simulated at the busiest moment of the last day: customers have all their events by then, and command-api has next to none of them in memory. */
export function peakLoad(size: Size, costs: MeasuredCosts, servers: Servers, deployment: Deployment, lifted: ReadonlySet<string> = new Set()): Load {
  const curve = dailyCurve(size);
  return {
    costs,
    servers,
    deployment,
    commandsPerSecond: (ms) => curve(PEAK_OF_DAY + ms / 1_000),
    backlog: 0,
    bulk: false,
    eventsPerCustomer: eventsPerCustomer(size),
    customersInMemory: false,
    queriesPerSecond: size.queriesPerSecond,
    seconds: Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, COMMANDS / curve(PEAK_OF_DAY))),
    sharedMachine: null,
    seed: 1,
    lifted,
  };
}

/** The run that `distributed-costs` measured: one file sent to one process of each role, all on one machine with the servers and unrelated processes. */
export function measuredLoad(costs: MeasuredCosts): Load {
  const { run, measured } = costs;
  return {
    costs,
    servers: measuredServers(costs),
    deployment: { commandApis: 1, queryApis: 1, projectors: 1, partitions: run.partitions, brokerCores: 1, shardCores: 1 },
    commandsPerSecond: () => 0,
    backlog: run.events,
    bulk: true,
    eventsPerCustomer: run.events / run.customers / 2,
    customersInMemory: true,
    queriesPerSecond: 0,
    seconds: 3 * run.readableSeconds,
    sharedMachine: { cores: measured.cores, speed: Math.max(0.05, 1 - run.coresOthersUsed / measured.cores) },
    seed: 1,
    lifted: new Set(),
  };
}
