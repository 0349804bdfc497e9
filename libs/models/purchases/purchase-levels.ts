import type { PurchaseGroups } from './statistics.js';

/** Groups sorted by x: rows [from, to) have this x. */
export interface PurchaseLevel {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

export interface PurchaseLevels {
  readonly levels: readonly PurchaseLevel[];
  /** Row to group. */
  readonly order: Int32Array;
}

/** Counting sort of the groups by x, whose largest value is `most`. */
export function purchaseLevels({ x }: PurchaseGroups, most: number): PurchaseLevels {
  const starts = new Int32Array(most + 2);
  for (let i = 0; i < x.length; i += 1) starts[x[i]! + 1]! += 1;
  const levels: PurchaseLevel[] = [];
  for (let level = 0; level <= most; level += 1) {
    const from = starts[level]!;
    const to = from + starts[level + 1]!;
    starts[level + 1] = to;
    if (to > from) levels.push({ x: level, from, to });
  }
  const order = new Int32Array(x.length);
  for (let i = 0; i < x.length; i += 1) {
    order[starts[x[i]!]!] = i;
    starts[x[i]!]! += 1;
  }
  return { levels, order };
}
