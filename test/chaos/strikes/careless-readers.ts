import type { SeededRandom } from '../../engine/seeded-random.js';
import { cutOff, type Strike, wait } from '../strike.js';

const readModels = ['customer-file', 'purchases', 'retention', 'lifetime-value', 'churn-likelihood', 'complaints', 'model-fits', 'recurring-revenue', 'terms'];

const questions: ReadonlyArray<(random: SeededRandom) => string> = [
  (random) => `/v1/export/${random.pick(readModels)}`,
  (random) => `/v1/retention?granularity=week&window=rolling&by=${random.pick(['writer', 'region', 'channel', 'product'])}`,
  () => '/v1/retention?granularity=week&from=0001-01-01&to=9999-12-31',
  () => '/v1/lifecycle?granularity=week&from=1900-01-01&to=2100-01-01',
  () => '/v1/lifetime-value?by=writer&limit=1000',
  (random) => `/v1/retention?asAt=${String(random.below(500)).padStart(16, '0')}`,
  () => '/v1/customers?limit=1000',
  () => '/v1/complaints/summary',
];

/** Two hundred readers send a request and leave; some stay and read nothing for a while. */
export const carelessReaders: Strike = {
  name: 'readers ask much, leave at once, or read nothing of what they asked for',
  async strike({ engine, random }) {
    const gone = Array.from({ length: 200 }, () => {
      const abort = new AbortController();
      return cutOff(engine.client.open(random.pick(questions)(random), { signal: abort.signal }), abort, random.below(1_500));
    });
    const stalled = Array.from({ length: 10 }, async () => {
      const abort = new AbortController();
      const response = await engine.client.open(`/v1/export/${random.pick(readModels)}`, { signal: abort.signal }).catch(() => null);
      await wait(2_000);
      abort.abort();
      await response?.body?.cancel().catch(() => undefined);
    });
    await Promise.all([...gone, ...stalled]);
  },
};
