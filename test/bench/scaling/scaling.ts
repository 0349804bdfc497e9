import type { Benchmark, Row } from '../benchmark.js';
import { firstLimits, type Limit, REBUILD_DAYS } from './first-limits.js';
import { type MeasuredCosts, readMeasuredCosts } from './measured-costs.js';
import { type Plan, planFor } from './plan.js';
import { rebuild } from './rebuild.js';
import { measuredLoad, type Scenario, scenarios } from './scenario.js';
import { assumedServers, type Servers } from './servers.js';
import { simulate } from './simulate.js';
import { averagePerSecond, type Size } from './size.js';
import { storage } from './storage.js';
import { waysPast } from './ways-past.js';

const FIRST = 3;

/** What 100 million customers and 10 billion events need, simulated with the costs measured by `distributed-costs`. */
export const scaling: Benchmark = {
  name: 'scaling',
  async run({ say }) {
    const costs = readMeasuredCosts();
    const servers = assumedServers(costs);
    const rows: Row[] = [calibration(costs)];
    for (const { name, size } of scenarios) {
      say(`planning for ${inWords(size, name)}`);
      const plan = planFor(size, costs, servers);
      rows.push(planned({ name, size }, plan, costs, servers), stored(size, plan, costs, servers));
      say('raising the load');
      rows.push(
        ...firstLimits(size, costs, servers, plan)
          .slice(0, FIRST)
          .map((limit, i) => limited(limit, i, size, name)),
      );
    }
    return rows;
  },
};

function calibration(costs: MeasuredCosts): Row {
  const { lastReadable } = simulate(measuredLoad(costs));
  const { events, readableSeconds } = costs.run;
  return {
    ...row('the measured run, simulated; floor: as it was measured', 'events/s', events / lastReadable, [
      `costs of ${costs.measured.on}, ${costs.measured.cpu}`,
    ]),
    floor: events / readableSeconds,
    ratio: readableSeconds / lastReadable,
  };
}

function planned({ name, size }: Scenario, { deployment, outcome }: Plan, costs: MeasuredCosts, servers: Servers): Row {
  const { commandApis, queryApis, projectors, partitions, brokerCores, shardCores } = deployment;
  const busy = Object.entries(outcome.utilisation).map(([part, share]) => `${part} ${(100 * share).toFixed(0)}%`);
  const average = averagePerSecond(size);
  return row(`${inWords(size, name)}: lag at the peak, p99`, 'ms', outcome.lag.p99, [
    `${average.toFixed(0)} events/s, ${(average * size.peakFactor).toFixed(0)} at the peak; p50 ${outcome.lag.p50.toFixed(0)} ms`,
    `command-api ${commandApis}, query-api ${queryApis}, projectors ${projectors}, partitions ${partitions}, cores: Kafka ${brokerCores}, MongoDB primaries ${shardCores}`,
    `busy at the peak: ${busy.join(', ')}`,
    rebuildText(size, deployment, costs, servers),
  ]);
}

function rebuildText(size: Size, deployment: Plan['deployment'], costs: MeasuredCosts, servers: Servers): string {
  const { days, slowest } = rebuild(size, costs, servers, deployment);
  return Number.isFinite(days)
    ? `a rebuild of all read models: ${days.toFixed(0)} days, by ${slowest}`
    : `a rebuild of all read models never ends, by ${slowest}`;
}

function stored(size: Size, { deployment }: Plan, costs: MeasuredCosts, servers: Servers): Row {
  const { log, kafka, mongoDb, temporary } = storage(size, costs, deployment);
  const terabytes = (bytes: number) => `${(bytes / 1e12).toFixed(1)} TB`;
  const heldEvents = size.events / size.customers;
  const scan = (size.customers * costs.queryApi.scannedCustomer) / 1e6 / 3_600;
  const written = costs.bytes.written.fixed + costs.bytes.written.each * heldEvents;
  return row('one copy of all stores', 'TB', (log + kafka + mongoDb) / 1e12, [
    `log ${terabytes(log)}, Kafka ${terabytes(kafka)}, MongoDB ${terabytes(mongoDb)}; /tmp of a check ${terabytes(temporary)}`,
    `to MongoDB at the peak: ${((written * averagePerSecond(size) * size.peakFactor) / 1e6).toFixed(0)} MB/s; an event writes ${(written / 1_000).toFixed(1)} kB`,
    `a query that scans all customers: ${scan.toFixed(1)} hours of a core; an append is ${servers.log.append} us by assumption`,
  ]);
}

function limited({ by, factor }: Limit, place: number, size: Size, name: string): Row {
  const { what, way } = waysPast[by];
  const at =
    by === 'rebuild'
      ? `${(factor * size.events).toExponential(1)} events`
      : `${(factor * averagePerSecond(size) * size.peakFactor).toFixed(0)} events/s at the peak`;
  return row(`${name}, limit ${place + 1}: ${what}`, 'x the plan', factor, [
    by === 'rebuild' ? `${at} take ${REBUILD_DAYS} days` : `at ${at}`,
    `past it: ${way}`,
  ]);
}

function inWords({ customers, events }: Size, name: string): string {
  return `${customers / 1e6} million customers, ${events / 1e9} billion events ${name}`;
}

function row(what: string, unit: string, ours: number, notes: string[]): Row {
  return { what, unit, ours, floor: null, ratio: null, budget: null, notes, samples: { ours: [ours], floor: [] } };
}
