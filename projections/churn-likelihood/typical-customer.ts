import type { PurchaseHistory, SampleSize } from '@tenure/models';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { firstDayOfMonth } from '@tenure/time';
import { cellsOf } from '../shared/cells/cells-of.js';
import { firstMonthCell, type MonthFacts } from './cells.js';

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
    const meanAge = about - firstDayOfMonth(month) - facts.days / facts.customers;
    if (meanAge <= 0) continue; // came after the day in question
    customers += facts.customers;
    purchases += facts.repeatPurchaseDays;
    age += facts.customers * meanAge;
    repeaters += facts.repeaters;
    share += Math.min(facts.repeaters, facts.span / meanAge);
  }
  const T = customers === 0 ? 0 : age / customers / daysPerUnit;
  const x = T === 0 ? 0 : Math.round(purchases / customers);
  return { x, tx: x === 0 ? 0 : (T * share) / repeaters, T };
}

/** How much there is to fit a model of purchases on, from the same sums. */
export async function sampleOf(snapshot: ReadSnapshot, view: View): Promise<SampleSize> {
  let customers = 0,
    repeatPurchaseDays = 0;
  for (const facts of (await purchasesByFirstMonth(snapshot, view)).values()) {
    customers += facts.customers;
    repeatPurchaseDays += facts.repeatPurchaseDays;
  }
  return { customers, purchaseDays: customers + repeatPurchaseDays, repeatPurchaseDays };
}

async function purchasesByFirstMonth(snapshot: ReadSnapshot, view: View): Promise<Map<number, MonthFacts>> {
  const months = new Map<number, MonthFacts>();
  for (const [[month, fact], amount] of await cellsOf(snapshot, view, firstMonthCell)) {
    let facts = months.get(month);
    if (facts === undefined) {
      facts = { customers: 0, days: 0, repeatPurchaseDays: 0, repeaters: 0, span: 0 };
      months.set(month, facts);
    }
    facts[fact] += amount;
  }
  return months;
}
