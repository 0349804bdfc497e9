import { firstLimits } from './first-limits.js';
import { planFor } from './plan.js';
import { rebuild } from './rebuild.js';
import { costs, servers } from './scaling.fixture.js';
import { type Size, timesLarger } from './size.js';
import { storage } from './storage.js';

const size: Size = { customers: 10e6, events: 100e6, years: 1, peakFactor: 10, queriesPerSecond: 10 };
const plan = planFor(size, costs, servers);
const { deployment } = plan;

describe('a plan', () => {
  it('leaves no part too busy that can be multiplied, and keeps up', () => {
    const { utilisation, sent, readable } = plan.outcome;
    for (const part of ['command-api', 'kafka', 'partition', 'projector', 'mongodb', 'query-api'] as const) expect(utilisation[part]).toBeLessThanOrEqual(0.6);
    expect(readable / sent).toBeGreaterThan(0.95);
  });

  it('is too small for a hundred times the load', () => {
    const larger = planFor(timesLarger(size, 100), costs, servers).deployment;
    expect(larger.commandApis).toBeGreaterThan(deployment.commandApis);
    expect(larger.projectors).toBeGreaterThan(deployment.projectors);
  });

  it('keeps the partitions that were chosen before', () => {
    expect(planFor(timesLarger(size, 10), costs, servers, { samePartitions: true }).deployment).toMatchObject({ partitions: 8 });
  });
});

describe('a rebuild', () => {
  it('takes longer the more events and partitions there are, and less the more projectors', () => {
    const { days } = rebuild(size, costs, servers, deployment);
    expect(rebuild(timesLarger(size, 2), costs, servers, deployment).days).toBeGreaterThan(1.8 * days);
    const partitions = { ...deployment, partitions: 2 * deployment.partitions };
    expect(rebuild(size, costs, servers, partitions).days).toBeGreaterThan(days);
    const large = { ...deployment, partitions: 64, projectors: 2, shardCores: 64 };
    const slow = rebuild(size, costs, servers, large);
    expect(slow.slowest).toBe('projector');
    // Not half: each projector reads the whole log.
    expect(rebuild(size, costs, servers, { ...large, projectors: 4 }).days / slow.days).toBeLessThan(0.8);
  });

  it('is as slow as the log lets it be read, once for each projector, when there are enough of them', () => {
    const many = { ...deployment, partitions: 64, projectors: 64, shardCores: 64 };
    const slow = { ...servers, log: { ...servers.log, readEvent: 1_000 } };
    const read = rebuild(size, costs, slow, many);
    expect(read.slowest).toBe('log-reads');
    expect(rebuild(size, costs, slow, { ...many, projectors: 32 }).days / read.days).toBeCloseTo(0.5, 1);
  });

  it('never ends where the log grows faster than it is read', () => {
    const flood = { ...size, events: 1e12 };
    expect(rebuild(flood, costs, servers, deployment).days).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('storage', () => {
  it('grows with events in the log and in Kafka, with customers and events in MongoDB, with partitions by sums alone', () => {
    const one = storage(size, costs, deployment);
    const events = storage({ ...size, events: 2 * size.events }, costs, deployment);
    expect([events.log / one.log, events.kafka / one.kafka]).toEqual([2, 2]);
    expect(events.mongoDb).toBeGreaterThan(one.mongoDb);
    expect(events.mongoDb).toBeLessThan(2 * one.mongoDb);
    const customers = storage(timesLarger(size, 2), costs, { partitions: 0 });
    expect(customers.mongoDb / storage(size, costs, { partitions: 0 }).mongoDb).toBeCloseTo(2);
    const partitions = storage(size, costs, { partitions: 2 * deployment.partitions });
    expect(partitions.mongoDb - one.mongoDb).toBeCloseTo(one.mongoDb - storage(size, costs, { partitions: 0 }).mongoDb, -3);
  });
});

describe('the first limits', () => {
  it('come in order, each once, and later where the server behind one is faster', () => {
    const slow = { ...servers, log: { ...servers.log, append: 20 * servers.log.append, load: { fixed: 4_000, each: 100 } } };
    const limits = firstLimits(size, costs, slow, plan).map(({ by }) => by);
    expect(limits).toEqual(expect.arrayContaining(['log', 'log-reads', 'rebuild']));
    expect(limits).toEqual([...new Set(limits)]);
    const factors = firstLimits(size, costs, slow, plan).map(({ factor }) => factor);
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
    const logLimit = (append: number) => {
      const changed = { ...servers, log: { ...servers.log, append } };
      return firstLimits(size, costs, changed, plan).find(({ by }) => by === 'log')?.factor ?? Number.POSITIVE_INFINITY;
    };
    expect(logLimit(20 * servers.log.append)).toBeLessThan(logLimit(4 * servers.log.append));
  });
});
