import type { Scalar } from '../shared/last-write/register-list.js';

/**
 * A cohort while it is counted: the number of customers, and the number of them per slot. A slot is a period after the cohort's
 * own; in on-or-after mode the last one with a purchase; in bracket mode a bracket.
 */
export interface Cohort {
  size: number;
  readonly slots: number[];
  /** Seconds of the first purchases of its first and of its last customer; computed for rolling windows only. */
  earliest: number;
  latest: number;
}

export type Cohorts = Map<number, Cohort>;

/** Cohorts by value of the dimension (one group, null, without a dimension), and period and day of the latest purchase. */
export interface CountedCohorts {
  readonly groups: Map<Scalar, Cohorts>;
  /** The number of groups combined into `otherGroup`. */
  readonly otherGroups: number;
  /** The group that customers with a value are counted in. */
  readonly shownAs: (value: Scalar) => Scalar;
  latest: number;
  latestDay: number | null;
}

export function cohortOf(cohorts: Cohorts, period: number): Cohort {
  let cohort = cohorts.get(period);
  if (cohort === undefined) {
    cohort = { size: 0, slots: [], earliest: Infinity, latest: -Infinity };
    cohorts.set(period, cohort);
  }
  return cohort;
}

export function addToSlot({ slots }: Cohort, slot: number, amount: number): void {
  while (slots.length <= slot) slots.push(0);
  slots[slot]! += amount;
}

/** Turns "last seen in k" into "seen in k or later". */
export function sumFromTheEnd(slots: number[]): void {
  for (let i = slots.length - 2; i >= 0; i -= 1) slots[i]! += slots[i + 1]!;
}
