import type { PurchaseHistory, SampleSize } from '@tenure/models';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { firstDayOfMonth } from '@tenure/time';

/** Added-up facts of the customers who first bought in one month. */
interface Month {
  n: number;
  d: number;
  x: number;
  r: number;
  t: number;
}

/**
 * The customer that others are compared with, from kept sums: mean age on `about`, mean frequency (rounded: models
 * count purchases), and the share of their age at which repeat customers last bought. The share is taken per month of
 * first purchase, at that month's mean age.
 */
export async function typicalCustomer(snapshot: ReadSnapshot, view: View, about: number, daysPerUnit: number): Promise<PurchaseHistory> {
  const months = await purchasesByFirstMonth(snapshot, view);
  let customers = 0,
    repeaters = 0,
    purchases = 0,
    age = 0,
    share = 0;
  for (const [month, facts] of months) {
    const meanAge = about - firstDayOfMonth(month) - facts.d / facts.n;
    if (meanAge <= 0) continue; // came after the day in question
    customers += facts.n;
    purchases += facts.x;
    age += facts.n * meanAge;
    repeaters += facts.r;
    share += Math.min(facts.r, facts.t / meanAge);
  }
  const T = customers === 0 ? 0 : age / customers / daysPerUnit;
  const x = T === 0 ? 0 : Math.round(purchases / customers);
  return { x, tx: x === 0 ? 0 : (T * share) / repeaters, T };
}

/** How much there is to fit a model of purchases on, from the same sums. */
export async function sampleOf(snapshot: ReadSnapshot, view: View): Promise<SampleSize> {
  let customers = 0,
    repeatPurchaseDays = 0;
  for (const { n, x } of (await purchasesByFirstMonth(snapshot, view)).values()) {
    customers += n;
    repeatPurchaseDays += x;
  }
  return { customers, purchaseDays: customers + repeatPurchaseDays, repeatPurchaseDays };
}

async function purchasesByFirstMonth(snapshot: ReadSnapshot, view: View): Promise<Map<number, Month>> {
  const months = new Map<number, Month>();
  for (const [cell, amount] of await snapshot.sums(view, 'f')) {
    const dot = cell.indexOf('.');
    const month = Number(cell.slice(1, dot));
    let facts = months.get(month);
    if (facts === undefined) {
      facts = { n: 0, d: 0, x: 0, r: 0, t: 0 };
      months.set(month, facts);
    }
    facts[cell.slice(dot + 1) as keyof Month] += amount;
  }
  return months;
}
