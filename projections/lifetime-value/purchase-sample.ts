import type { LearningSample, PurchaseSample } from '@tenure/models';
import type { CellAmount, ReadSnapshot, View } from '@tenure/read-store';
import { signalsChecksum } from '../churn-likelihood/signals/signals-checksum.js';
import { cellKey, currency as currencyPart } from '../shared/cells/cell-key.js';
import { readCells } from '../shared/cells/cells-of.js';
import { utcDayOf } from '../shared/occurrences/occurrences.js';
import { liveView } from '../shared/reading/live-view.js';
import { dayOfFact, type Order, type Return } from './document.js';

/** `n.EUR`: customers who bought in a currency, on how many days, and how many of these come after their very first purchase day. */
const customersIn = cellKey('n.', currencyPart);
const daysIn = cellKey('d.', currencyPart);
const repeatDaysIn = cellKey('x.', currencyPart);

/** The contribution of a customer with orders to the sample that models are fitted on: `n` customers and `d` days with a purchase, and the same by currency. */
export function sampleCells(orders: readonly Order[]): CellAmount[] {
  const firstDay = dayOfFact(orders[0]!, utcDayOf);
  let days = 0,
    last = -Infinity;
  const currencies = new Map<string, { last: number; days: number; repeats: number }>();
  for (const order of orders) {
    const day = dayOfFact(order, utcDayOf);
    const currency = order[4];
    if (day !== last) days += 1;
    last = day;
    let held = currencies.get(currency);
    if (held === undefined) {
      held = { last: -Infinity, days: 0, repeats: 0 };
      currencies.set(currency, held);
    }
    if (held.last === day) continue;
    held.last = day;
    held.days += 1;
    if (day !== firstDay) held.repeats += 1;
  }
  const cells: CellAmount[] = [
    ['n', 1],
    ['d', days],
  ];
  for (const [currency, held] of currencies) {
    cells.push([customersIn.of(currency), 1], [daysIn.of(currency), held.days]);
    if (held.repeats > 0) cells.push([repeatDaysIn.of(currency), held.repeats]);
  }
  return cells;
}

const prime = 1_000_003;

/** The contribution of a customer's purchases and returns to the checksum: below a million each, so that sums stay exact. */
export function checksumOf(orders: readonly Order[], returns: readonly Return[]): number {
  let sum = 0;
  for (const [second, wholeDay, , minor] of orders) sum += (Math.floor(second) + 31 * (minor % prime) + wholeDay) % prime;
  for (const [second, wholeDay, , , minor] of returns) sum += (7 * Math.floor(second) + 37 * (minor % prime) + wholeDay) % prime;
  return sum;
}

/** The amount of data for fitting models, from kept sums: days of UTC, whatever the zone of the reports. */
export async function purchaseSample(snapshot: ReadSnapshot, view: View): Promise<PurchaseSample> {
  const sums = new Map<string, number>();
  for (const prefix of ['n', 'd', 'x', 'h']) for (const [cell, amount] of await snapshot.sums(view, prefix)) sums.set(cell, amount);
  const of = (cell: string): number => sums.get(cell) ?? 0;
  const currencies = readCells(sums, customersIn)
    .filter(([, customers]) => customers > 0)
    .map(([[currency], customers]) => ({
      currency,
      customers,
      purchaseDays: of(daysIn.of(currency)),
      repeatPurchaseDays: of(repeatDaysIn.of(currency)),
    }))
    .sort((left, right) => right.customers - left.customers || (left.currency < right.currency ? -1 : 1));
  return { checksum: of('h'), customers: of('n'), purchaseDays: of('d'), repeatPurchaseDays: of('d') - of('n'), currencies };
}

export async function purchaseSampleOf(snapshot: ReadSnapshot): Promise<LearningSample> {
  const signals = await signalsChecksum(snapshot, await liveView(snapshot, 'churn-likelihood'));
  return { ...(await purchaseSample(snapshot, await liveView(snapshot, 'lifetime-value'))), signals };
}
