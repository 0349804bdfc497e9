import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { seededRandom } from './seeded-random.js';

export interface PurchasesFile {
  readonly path: string;
  readonly rows: number;
  readonly customers: number;
}

const CHANNELS = ['web', 'store', 'phone'];
const FROM = Date.UTC(2023, 0, 1);
const DAYS = 730;

/** A CSV of purchases, customers and times in random order, every customer at least once; the same sizes give the same bytes. */
export async function writePurchasesFile(path: string, rows: number, customers: number): Promise<PurchasesFile> {
  const random = seededRandom(rows);
  const each = Math.floor(rows / customers);
  const file = createWriteStream(path);
  file.write('customer_id,occurred_at,amount,order_id,channel\n');
  let text = '';
  for (let i = 0; i < rows; i++) {
    const moment = new Date(FROM + Math.floor(random() * DAYS * 86_400) * 1000).toISOString().slice(0, 19);
    const amount = `${Math.floor(random() * 200) + 1}.${String(Math.floor(random() * 100)).padStart(2, '0')}`;
    // Every so often the next customer of a permutation buys (the prime has no factor in common with round numbers).
    const customer = i % each === 0 ? ((i / each) * 7_919) % customers : Math.floor(random() * customers);
    text += `${customerIdOf(customer)},${moment}Z,${amount},A-${i + 1},${CHANNELS[Math.floor(random() * CHANNELS.length)]}\n`;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await finished(file);
  return { path, rows, customers };
}

export function customerIdOf(index: number): string {
  return `c${String(index).padStart(7, '0')}`;
}
