import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

/** Made-up files, in the exact form in which programs write them; another program, `count.py`, counts the totals. */
const folder = join(process.cwd(), 'test/exports');
const totals = JSON.parse(readFileSync(join(folder, 'totals.json'), 'utf8')) as Record<string, { readonly amount: readonly object[] }>;
/** Files that name no currency: the importing person has to give it. */
const withoutCurrency = ['square-items.csv', 'square-transactions.csv', 'magento-orders.csv'];

it.each(Object.entries(totals))('%s', async (name, { amount }) => {
  const kind = /customers|contacts/.test(name) ? 'customers' : 'purchases';
  const options = { kind, fileName: name, currency: withoutCurrency.includes(name) ? 'USD' : undefined };
  const sink = new MemorySink();
  const { result } = await imported(readFileSync(join(folder, name)), options, { sink });
  expect(result).toMatchObject({ rejected: 0, amount });
  expect(result.read).toBe(result.accepted + result.duplicate + result.leftOut);
  expect(sink.facts.every(({ customerId }) => !customerId.includes('@'))).toBe(true);
  expect((await imported(readFileSync(join(folder, name)), options, { sink })).result).toMatchObject({ accepted: 0, rejected: 0, amount });
});
