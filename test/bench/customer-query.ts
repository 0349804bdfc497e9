import { alternateRounds, median, quantile } from './alternate-rounds.js';
import type { Benchmark, Row, Surroundings } from './benchmark.js';
import { startEngineProcess } from './engine-process.js';
import { type LoadRequest, putLoadOn } from './load.js';
import { startNoOpEdge } from './no-op-edge.js';
import { seededRandom } from './seeded-random.js';

const CLIENTS = 64;
const ROUNDS = 3;
const SECONDS = 2;

/** The page on one customer, customers at random, against the same route with nothing behind it. */
export const customerQuery: Benchmark = {
  name: 'customer-query',
  async run(surroundings) {
    const { logs, large } = surroundings;
    const sizes = [await logs.cdnow(), large ? await logs.millionCustomers() : await logs.millionRows()];
    const rows: Row[] = [];
    for (const made of sizes) if (made) rows.push(await ask(surroundings, made));
    return rows;
  },
};

async function ask(
  surroundings: Surroundings,
  { data, customers, customerId }: { data: string; customers: number; customerId(index: number): string },
): Promise<Row> {
  const engine = await startEngineProcess(surroundings, data);
  const edge = await startNoOpEdge(surroundings);
  try {
    await engine.caughtUp();
    const random = seededRandom(17);
    const next = (): LoadRequest => ({ method: 'GET', path: `/v1/customers/${customerId(Math.floor(random() * customers))}` });
    const latencies: Float64Array[] = [];
    const load = async (target: { url: string; token: string }, seconds: number) => {
      const result = await putLoadOn({ ...target, clients: CLIENTS, seconds, next });
      if (result.failures.size > 0) throw new Error(`Some queries failed: ${JSON.stringify([...result.failures])}`);
      return result;
    };
    surroundings.say(`${customers} customers`);
    await load(edge, 1);
    await load(engine, 1);
    const samples = await alternateRounds(
      ROUNDS,
      async () => {
        const result = await load(engine, SECONDS);
        latencies.push(result.latencies);
        return result.perSecond;
      },
      async () => (await load(edge, SECONDS)).perSecond,
    );
    const ours = median(samples.ours);
    const floor = median(samples.floor);
    const all = Float64Array.from(latencies.flatMap((each) => [...each]));
    return {
      what: `one-customer query, ${customers.toLocaleString('en')} customers, ${CLIENTS} clients; floor: no-op endpoint`,
      unit: 'answers/s',
      ours,
      floor,
      ratio: ours / floor,
      budget: { ratioAtLeast: 0.5 },
      notes: [`latency p50 ${quantile(all, 0.5).toFixed(1)} ms, p99 ${quantile(all, 0.99).toFixed(1)} ms`],
      samples,
    };
  } finally {
    await Promise.all([engine.stop(), edge.stop()]);
  }
}
