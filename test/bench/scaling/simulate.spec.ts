import fc from 'fast-check';
import type { Load } from './load.js';
import { costs, steady } from './scaling.fixture.js';
import { measuredLoad } from './scenario.js';
import { simulate } from './simulate.js';

const moderate = (more: Partial<Load> = {}) => steady({ perSecond: 60, seconds: 20, ...more });

describe('the simulation of the path', () => {
  it('brings every event out once that went in, whatever there is of each part', () => {
    const counts = fc.integer({ min: 1, max: 4 });
    const deployments = fc.record({
      commandApis: counts,
      queryApis: counts,
      projectors: counts,
      partitions: fc.integer({ min: 1, max: 16 }),
      brokerCores: counts,
      shardCores: counts,
    });
    fc.assert(
      fc.property(deployments, fc.integer(), (deployment, seed) => {
        const { sent, appended, readable } = simulate(steady({ perSecond: 0, backlog: 200, seconds: 60, deployment, seed }));
        expect([sent, appended, readable]).toEqual([200, 200, 200]);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same outcome for the same seed, and another for another', () => {
    expect(simulate(moderate({ seed: 7 }))).toEqual(simulate(moderate({ seed: 7 })));
    expect(simulate(moderate({ seed: 8 }))).not.toEqual(simulate(moderate({ seed: 7 })));
  });

  it('keeps parts as busy as what comes and what it costs say', () => {
    const { utilisation } = simulate(moderate());
    const { singleCommand, load } = costs.commandApi;
    expect(utilisation['command-api']).toBeCloseTo((60 * (singleCommand + load.fixed + 10 * load.each)) / 1e6, 1);
  });

  it('halves how busy a kind of process is when there are twice as many', () => {
    // Few enough that each event is committed alone: if batches form, smaller ones cost more.
    const few = { perSecond: 4, seconds: 240 };
    const one = simulate(steady(few)).utilisation;
    const two = simulate(steady({ ...few, deployment: { ...moderate().deployment, commandApis: 2, projectors: 2 } })).utilisation;
    expect(two['command-api'] / one['command-api']).toBeCloseTo(0.5, 1);
    expect(two.projector / one.projector).toBeCloseTo(0.5, 1);
  });

  it('lags ever more behind where more comes than a part can take, and not where it can', () => {
    const [early, late] = simulate(moderate()).lagOfHalves;
    expect(late / early).toBeLessThan(2);
    const overloaded = simulate(
      steady({
        perSecond: 4_000,
        seconds: 4,
        deployment: { ...moderate().deployment, commandApis: 40, shardCores: 16 },
        lifted: new Set(['log', 'log-reads']),
      }),
    );
    expect(overloaded.utilisation.partition).toBeGreaterThan(0.8);
    expect(overloaded.lagOfHalves[1]).toBeGreaterThan(2 * overloaded.lagOfHalves[0]);
    expect(overloaded.readable).toBeLessThan(overloaded.appended);
  });

  /** Within 35 percent: the machine was shared, and the cost of a process rarely repeats exactly. */
  it('takes as long for the measured run as that took', () => {
    const { lastAppended, lastReadable, readable } = simulate(measuredLoad(costs));
    expect(readable).toBe(costs.run.events);
    const { uploadSeconds, readableSeconds } = costs.run;
    expect(lastReadable / readableSeconds).toBeGreaterThan(0.65);
    expect(lastReadable / readableSeconds).toBeLessThan(1.35);
    expect(lastAppended / uploadSeconds).toBeGreaterThan(0.65);
    expect(lastAppended / uploadSeconds).toBeLessThan(1.35);
  });
});
