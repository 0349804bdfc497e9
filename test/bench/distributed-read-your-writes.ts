import { join } from 'node:path';
import { TenureClient } from '@tenure/client';
import { quantile } from './alternate-rounds.js';
import type { Benchmark, Row } from './benchmark.js';
import { apiKey, type DistributedStage, startDistributedStage } from './distributed-stage.js';
import { KeptConnections } from './kept-connections.js';
import { openLoop } from './open-loop.js';
import { registerCustomers } from './register-customers.js';
import { seededRandom } from './seeded-random.js';

const CUSTOMERS = 2_000;
const WARM_UP_SECONDS = 15;
const SECONDS = 20;
/** Commands a second; the budget is for the last rate. */
const RATES = [20, 100, 200] as const;
const BUDGET_MS = 500;

/** From sending a command to the answer of a read that includes it: over log, relay, Kafka, projector and read store. */
export const distributedReadYourWrites: Benchmark = {
  name: 'distributed-read-your-writes',
  async run({ folder, profiles, say }) {
    const stage = await startDistributedStage({ folder: join(folder, 'read-your-writes'), profiles });
    try {
      say(`registering ${CUSTOMERS} customers`);
      await registerCustomers(new TenureClient({ url: stage.url('command-api'), token: apiKey }), CUSTOMERS);
      const write = writer(stage);
      say('warming up');
      await openLoop(RATES[RATES.length - 1]!, WARM_UP_SECONDS, write);
      const rows: Row[] = [];
      for (const rate of RATES) {
        say(`${rate} commands a second`);
        rows.push(await measure(stage, rate, write));
      }
      return rows;
    } finally {
      await stage.stop();
    }
  },
};

async function measure(stage: DistributedStage, rate: number, write: () => Promise<void>): Promise<Row> {
  const before = stage.processorSeconds();
  const { latencies, seconds, failures } = await openLoop(rate, SECONDS, write);
  const after = stage.processorSeconds();
  const cores = [...after].map(([name, spent]) => `${name} ${spent === null ? 'unknown' : ((spent - before.get(name)!) / seconds).toFixed(2)}`);
  const p99 = quantile(latencies, 0.99);
  return {
    what: `read what was just written, all of the chain on this machine, ${rate} commands/s: p99`,
    unit: 'ms',
    ours: p99,
    floor: null,
    ratio: null,
    budget: rate === RATES[RATES.length - 1] ? { oursAtMost: BUDGET_MS } : null,
    notes: [
      `p50 ${quantile(latencies, 0.5).toFixed(0)} ms; ${(latencies.length / seconds).toFixed(0)}/s carried`,
      ...[...failures].map(([reason, times]) => `${times} failed: ${reason}`),
      `cores in use: ${cores.join(', ')}`,
    ],
    samples: { ours: latencies, floor: [] },
  };
}

/** A purchase of a customer at random, and the page of that customer as of then. */
function writer(stage: DistributedStage): () => Promise<void> {
  const random = seededRandom(200);
  const commands = new KeptConnections(stage.url('command-api'), apiKey);
  const queries = new KeptConnections(stage.url('query-api'), apiKey);
  let sent = 0;
  return async () => {
    sent += 1;
    const customerId = `c${Math.floor(random() * CUSTOMERS)}`;
    const occurredAt = new Date(Date.UTC(2024, 0, 2) + Math.floor(random() * 500 * 86_400_000)).toISOString();
    const body = { customerId, occurredAt, amount: { minor: 100 + sent, currency: 'USD' }, orderId: `A-${sent}` };
    const { position } = await commands.ask<{ position: string }>('POST', '/v1/commands/RecordPurchase', { 'idempotency-key': `k-${sent}` }, body);
    await queries.ask('GET', `/v1/customers/${customerId}?minPosition=${position}&timeout=30000&onTimeout=fail`);
  };
}
