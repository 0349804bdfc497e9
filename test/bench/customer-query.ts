import { alternateRounds, median, quantile } from './alternate-rounds.js';
import type { Benchmark, Row, Surroundings } from './benchmark.js';
import { startEngineProcess } from './engine-process.js';
import type { LoadRequest } from './load.js';
import type { MadeLog } from './logs.js';
import { MeasuredLoad, processorTimes } from './measured-load.js';
import { startNoOpEdge } from './no-op-edge.js';
import { seededRandom } from './seeded-random.js';

const CLIENTS = 64;
const ROUNDS = 3;
const SECONDS = 2;

/** The page of one customer, customers at random, against the same route with nothing behind it. */
export const customerQuery: Benchmark = {
  name: 'customer-query',
  async run(surroundings) {
    const { logs, large } = surroundings;
    const many = await logs.withReadModels(large ? await logs.millionCustomers() : await logs.millionRows());
    const sizes = [await logs.cdnow(), many];
    const rows: Row[] = [];
    for (const made of sizes) if (made) rows.push(await ask(surroundings, made));
    return rows;
  },
};

async function ask(surroundings: Surroundings, { data, customers, customerId }: MadeLog): Promise<Row> {
  const engine = await startEngineProcess(surroundings, data);
  const edge = await startNoOpEdge(surroundings);
  try {
    await engine.caughtUp();
    const random = seededRandom(17);
    const next = (): LoadRequest => ({ method: 'GET', path: `/v1/customers/${customerId(Math.floor(random() * customers))}` });
    const load = { clients: CLIENTS, next };
    const onEngine = new MeasuredLoad(engine, load);
    const onEdge = new MeasuredLoad(edge, load);
    surroundings.say(`${customers} customers`);
    await onEdge.warmUp(1);
    await onEngine.warmUp(1);
    const samples = await alternateRounds(
      ROUNDS,
      () => onEngine.round(SECONDS),
      () => onEdge.round(SECONDS),
    );
    const ours = median(samples.ours);
    const floor = median(samples.floor);
    const { latencies } = onEngine;
    return {
      what: `one-customer query, ${customers.toLocaleString('en')} customers, ${CLIENTS} clients; floor: no-op endpoint`,
      unit: 'answers/s',
      ours,
      floor,
      ratio: ours / floor,
      budget: { ratioAtLeast: 0.5 },
      notes: [`latency p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${quantile(latencies, 0.99).toFixed(1)} ms`, processorTimes(onEngine, onEdge)],
      samples,
    };
  } finally {
    await Promise.all([engine.stop(), edge.stop()]);
  }
}
