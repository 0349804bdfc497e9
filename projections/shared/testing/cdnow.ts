import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type GivenEvent, purchase } from './events.js';

const folder = resolve(process.env.TENURE_TEST_DATA ?? '../shared/data');
const master = join(folder, 'CDNOW_master.txt');

/** `describe` where the real data is present, otherwise a skipped one that says why. */
export const describeWithCdnow = existsSync(master)
  ? describe
  : (name: string, _tests: () => void): void => describe.skip(`${name} (no CDNOW data at ${folder}: set TENURE_TEST_DATA)`, () => it.todo('needs the data'));

/** Every purchase of the 23,570 customers of CDNOW, in order of the file: customer, day, CDs, dollars. */
export function cdnowMaster(): Record<string, GivenEvent[]> {
  const histories: Record<string, GivenEvent[]> = {};
  readFileSync(master, 'utf8')
    .split('\n')
    .forEach((line, row) => {
      const [customer, day, , dollars] = line.trim().split(/\s+/);
      if (dollars === undefined || !/^\d{8}$/.test(day!)) return;
      const at = Date.UTC(Number(day!.slice(0, 4)), Number(day!.slice(4, 6)) - 1, Number(day!.slice(6)));
      histories[customer!] ??= [];
      histories[customer!]!.push(purchase(at, { orderId: String(row), minor: Math.round(Number(dollars) * 100) }));
    });
  return histories;
}
