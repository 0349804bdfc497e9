import { median } from './alternate-rounds.js';
import type { Benchmark } from './benchmark.js';
import { startEngineProcess } from './engine-process.js';

const ROUNDS = 5;
const MOST_SECONDS = 2;
const BUDGETED_CUSTOMERS = 1_000_000;

/** Retention in a time zone without stored sums: a scan of every customer's document, over HTTP. */
export const retentionScan: Benchmark = {
  name: 'retention-scan',
  async run(surroundings) {
    const { logs, large, say } = surroundings;
    const { data, customers } = await logs.withReadModels(large ? await logs.millionCustomers() : await logs.millionRows());
    const engine = await startEngineProcess(surroundings, data);
    try {
      await engine.caughtUp();
      const samples: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        say(`round ${round + 1} of ${ROUNDS}, ${customers} customers`);
        const started = performance.now();
        await engine.client.get('/v1/retention', { query: { granularity: 'month', timezone: 'America/New_York' } });
        samples.push((performance.now() - started) / 1000);
      }
      const ours = median(samples);
      const extrapolated = (ours / customers) * BUDGETED_CUSTOMERS;
      const measured = customers === BUDGETED_CUSTOMERS;
      return [
        {
          what: `retention in another time zone by scan, ${customers.toLocaleString('en')} customers`,
          unit: 's',
          ours,
          floor: null,
          ratio: null,
          budget: measured ? { oursAtMost: MOST_SECONDS } : { extrapolatedAtMost: MOST_SECONDS, extrapolated },
          notes: [
            `first ${samples[0]!.toFixed(2)} s`,
            ...(measured ? [] : [`extrapolated in proportion to 1,000,000 customers: ${extrapolated.toFixed(2)} s; measure it with --large`]),
          ],
          samples: { ours: samples, floor: [] },
        },
      ];
    } finally {
      await engine.stop();
    }
  },
};
