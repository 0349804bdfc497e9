import { gzipSync } from 'node:zlib';
import { asCsv, inventedPurchases } from '../../engine/invented-purchases.js';
import type { SeededRandom } from '../../engine/seeded-random.js';
import { damaged, hostileText } from '../../fuzz/hostile-values.js';
import type { Company } from '../company.js';
import { cutOff, type Strike } from '../strike.js';

const header = 'customer_id,order_id,occurred_at,amount,currency';
/** These imports have customers of their own: the writers' history stays theirs. */
const good = asCsv(inventedPurchases({ customers: 20, seed: 3 })).replaceAll('C-', 'crowd-');

const files: ReadonlyArray<(random: SeededRandom) => Uint8Array<ArrayBuffer>> = [
  (random) => new Uint8Array(damaged(good, random)),
  (random) => new Uint8Array(Buffer.from(good.replace(/crowd-00003/g, () => hostileText(random).replace(/[\n,"]/g, '')))),
  () => new Uint8Array(Buffer.from(`${Array.from({ length: 1_000_000 }, (_, n) => `c${n}`).join(',')}\n1,2\n`)),
  () => new Uint8Array(Buffer.from(`${header}\ncrowd-1,o-1,2026-01-01,${'9'.repeat(1_000_000)},EUR\n`)),
  () => new Uint8Array(Buffer.from(`${header}\n${'crowd-2,o-2,9999-12-31,1.00,EUR\n'.repeat(20_000)}`)),
  () => new Uint8Array(Buffer.from(`${header}\n${'"'.repeat(2_000_001)}`)),
  () => new Uint8Array(Buffer.from(`${'['.repeat(500_000)}\n${'{"a":'.repeat(200_000)}\n`)),
  () => new Uint8Array(gzipSync(Buffer.alloc(300_000_000, 'crowd-4,'))),
  () => new Uint8Array(Buffer.from(`${header}\ncrowd-3,o-3,2026-01-01,4006381333931.00,EUR\n`)),
];

export const hostileImports: Strike = {
  name: 'files come in that nobody should send',
  async strike(company) {
    for (let n = 0; n < 4; n++) await importOne(company);
  },
};

async function importOne({ engine, random }: Company): Promise<void> {
  const body = random.pick(files)(random);
  const abort = new AbortController();
  const sent = engine.client.open('/v1/imports/purchases', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    signal: abort.signal,
  });
  if (random.chance(0.3)) return cutOff(sent, abort, random.below(200));
  const answer = await sent.then(
    async (response) => `${response.status} ${(await response.text()).slice(0, 300)}`,
    (error: Error) => String(error.cause ?? error),
  );
  if (answer.startsWith('500')) throw new Error(`An import was answered ${answer}`);
}
