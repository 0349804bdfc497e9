import { join } from 'node:path';
import { alternateRounds, median, quantile } from './alternate-rounds.js';
import type { Benchmark } from './benchmark.js';
import { startEngineProcess } from './engine-process.js';
import type { LoadRequest } from './load.js';
import { MeasuredLoad, processorTimes } from './measured-load.js';
import { startNoOpEdge } from './no-op-edge.js';
import { registerCustomers } from './register-customers.js';
import { seededRandom } from './seeded-random.js';

const CUSTOMERS = 10_000;
const CLIENTS = 64;
const ROUNDS = 3;
const SECONDS = 4;

/** Purchases, one a request, each durable before it is answered, by 64 clients at once. */
export const singleCommands: Benchmark = {
  name: 'single-commands',
  async run(surroundings) {
    const engine = await startEngineProcess(surroundings, join(surroundings.folder, 'single-commands'));
    const edge = await startNoOpEdge(surroundings);
    try {
      await registerCustomers(engine.client, CUSTOMERS);
      const load = { clients: CLIENTS, next: purchases() };
      const onEngine = new MeasuredLoad(engine, load);
      const onEdge = new MeasuredLoad(edge, load);
      surroundings.say('warming up');
      await onEdge.warmUp(2);
      await onEngine.warmUp(2);
      await engine.caughtUp();

      const lags: number[] = [];
      const catchUps: number[] = [];
      const samples = await alternateRounds(
        ROUNDS,
        async (round) => {
          surroundings.say(`round ${round + 1} of ${ROUNDS}`);
          const perSecond = await onEngine.round(SECONDS);
          const { projections } = await engine.status();
          lags.push(Math.max(...projections.map(({ lagEvents }) => lagEvents!)));
          // The floor is measured on an idle machine: projecting the rest must not slow it down.
          catchUps.push(await engine.caughtUp());
          return perSecond;
        },
        () => onEdge.round(SECONDS),
      );
      const ours = median(samples.ours);
      const floor = median(samples.floor);
      const { latencies } = onEngine;
      return [
        {
          what: `durable single commands over HTTP, ${CLIENTS} clients; floor: the same edge, no-op handler`,
          unit: 'commands/s',
          ours,
          floor,
          ratio: ours / floor,
          budget: { ratioAtLeast: 0.5 },
          notes: [
            `latency p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${quantile(latencies, 0.99).toFixed(1)} ms; one event a command`,
            processorTimes(onEngine, onEdge),
            `read models behind at the end of a round: ${Math.round(median(lags))} events, caught up ${median(catchUps).toFixed(0)} ms later`,
          ],
          samples,
        },
      ];
    } finally {
      await Promise.all([engine.stop(), edge.stop()]);
    }
  },
};

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
