import { join } from 'node:path';
import { alternateRounds, median, quantile } from './alternate-rounds.js';
import type { Benchmark } from './benchmark.js';
import { type EngineProcess, startEngineProcess } from './engine-process.js';
import { type LoadRequest, type LoadResult, putLoadOn } from './load.js';
import { startNoOpEdge } from './no-op-edge.js';
import { seededRandom } from './seeded-random.js';

const CUSTOMERS = 10_000;
const CLIENTS = 64;
const ROUNDS = 4;
const SECONDS = 4;

/** Purchases, one a request, each durable before it is answered, by 64 clients at once. */
export const singleCommands: Benchmark = {
  name: 'single-commands',
  async run(surroundings) {
    const engine = await startEngineProcess(surroundings, join(surroundings.folder, 'single-commands'));
    const edge = await startNoOpEdge(surroundings);
    try {
      await register(engine);
      const next = purchases();
      const load = (target: { url: string; token: string }, seconds: number) => putLoadOn({ ...target, clients: CLIENTS, seconds, next });
      surroundings.say('warming up');
      await load(edge, 2);
      await load(engine, 2);
      await engine.caughtUp();

      const latencies: Float64Array[] = [];
      const lags: number[] = [];
      const catchUps: number[] = [];
      const samples = await alternateRounds(
        ROUNDS,
        async (round) => {
          surroundings.say(`round ${round + 1} of ${ROUNDS}`);
          const result = succeeded(await load(engine, SECONDS));
          latencies.push(result.latencies);
          const { projections } = await engine.status();
          lags.push(Math.max(...projections.map(({ lagEvents }) => lagEvents)));
          // The floor is measured on an idle machine: what is left to project must not slow it down.
          catchUps.push(await engine.caughtUp());
          return result.perSecond;
        },
        async () => succeeded(await load(edge, SECONDS)).perSecond,
      );
      const ours = median(samples.ours);
      const floor = median(samples.floor);
      const all = Float64Array.from(latencies.flatMap((each) => [...each]));
      const ms = (value: number) => value.toFixed(1);
      return [
        {
          what: `durable single commands over HTTP, ${CLIENTS} clients; floor: the same edge, no-op handler`,
          unit: 'commands/s',
          ours,
          floor,
          ratio: ours / floor,
          budget: { ratioAtLeast: 0.5 },
          notes: [
            `latency p50 ${ms(quantile(all, 0.5))} ms, p99 ${ms(quantile(all, 0.99))} ms; one event a command`,
            `read models behind at the end of a round: ${Math.round(median(lags))} events, caught up ${ms(median(catchUps))} ms later`,
          ],
          samples,
        },
      ];
    } finally {
      await Promise.all([engine.stop(), edge.stop()]);
    }
  },
};

async function register({ client }: EngineProcess): Promise<void> {
  async function* lines() {
    for (let i = 0; i < CUSTOMERS; i++) {
      yield `${JSON.stringify({ command: 'RegisterCustomer', id: `register-${i}`, data: { customerId: `c${i}`, occurredAt: '2024-01-01T00:00:00Z' } })}\n`;
    }
  }
  let accepted = 0;
  for await (const { status } of client.upload<{ status: number }>('/v1/commands', { body: lines() })) if (status === 201) accepted++;
  if (accepted !== CUSTOMERS) throw new Error(`${accepted} of ${CUSTOMERS} customers could be registered.`);
}

function purchases(): () => LoadRequest {
  const random = seededRandom(64);
  const from = Date.UTC(2024, 0, 2);
  let sent = 0;
  return () => {
    sent += 1;
    const customerId = `c${Math.floor(random() * CUSTOMERS)}`;
    const occurredAt = new Date(from + Math.floor(random() * 500 * 86_400_000)).toISOString();
    const amount = { minor: 100 + Math.floor(random() * 20_000), currency: 'USD' };
    return {
      method: 'POST',
      path: '/v1/commands/RecordPurchase',
      headers: `Idempotency-Key: ${sent}-${customerId}\r\n`,
      body: JSON.stringify({ customerId, occurredAt, amount, orderId: `A-${sent}`, channel: 'web' }),
    };
  };
}

function succeeded(result: LoadResult): LoadResult {
  if (result.failures.size > 0) throw new Error(`Some requests failed: ${JSON.stringify([...result.failures])}`);
  return result;
}
