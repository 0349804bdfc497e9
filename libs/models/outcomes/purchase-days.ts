import type { PurchaseStatistics } from '../purchases/statistics.js';

/** Days with a purchase of many customers, packed: a million customers take some ten bytes each. Whole days since the epoch. */
export interface PurchaseDays {
  /** Ascending within a customer, each once. */
  readonly days: Int32Array;
  /** Where each customer's days begin; one more entry at the end. Every customer has a day. */
  readonly offsets: Int32Array;
}

export function packPurchaseDays(customers: Iterable<ArrayLike<number>>): PurchaseDays {
  const days: number[] = [];
  const offsets: number[] = [0];
  for (const each of customers) {
    if (each.length === 0) continue;
    for (let i = 0; i < each.length; i += 1) days.push(each[i]!);
    offsets.push(days.length);
  }
  return { days: Int32Array.from(days), offsets: Int32Array.from(offsets) };
}

/** Every n-th customer, so that there are `most` at the most. */
export function thinned(all: PurchaseDays, most: number): PurchaseDays {
  const { days, offsets } = all;
  const customers = offsets.length - 1;
  const every = Math.ceil(customers / most);
  if (every <= 1) return all;
  const kept = Array.from({ length: Math.ceil(customers / every) }, (_, i) => days.subarray(offsets[i * every], offsets[i * every + 1]));
  return packPurchaseDays(kept);
}

/** Customers who had bought by a day, as known then, and whether they stayed silent for the horizon after it. */
export interface Outcomes {
  readonly known: PurchaseStatistics[];
  /** 1: no purchase within the horizon. */
  readonly silent: Uint8Array;
  /** The number of silent customers. */
  readonly silentCustomers: number;
}

/** `horizon`: days after `at`, which must be over. */
export function outcomesAfter({ days, offsets }: PurchaseDays, at: number, horizon: number): Outcomes {
  const known: PurchaseStatistics[] = [];
  const silent: number[] = [];
  let silentCustomers = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer += 1) {
    const from = offsets[customer]!;
    const end = offsets[customer + 1]!;
    const first = days[from]!;
    if (first > at) continue;
    let next = from;
    while (next < end && days[next]! <= at) next += 1;
    known.push({ x: next - from - 1, recencyDays: days[next - 1]! - first, ageDays: at - first });
    const stayedAway = next === end || days[next]! > at + horizon;
    silent.push(stayedAway ? 1 : 0);
    if (stayedAway) silentCustomers += 1;
  }
  return { known, silent: Uint8Array.from(silent), silentCustomers };
}
