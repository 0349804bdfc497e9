import { type Severity, severities } from '@tenure/customer';
import type { CellAmount } from '@tenure/read-store';
import { readCells } from '../shared/cells/cells-of.js';
import { worth } from '../shared/money/limbs.js';
import { type ComplaintAmounts, complaintCells, type Flow } from './cells.js';
import { resolveClasses } from './complaint.js';

export type BySeverity = Record<Severity | 'total', number>;

/** The sums over the complaints of a month. */
export interface MonthSums extends Record<Flow, BySeverity> {
  readonly classes: number[];
  seconds: bigint;
  readonly compensation: Map<string, bigint>;
}

const none = (): BySeverity => ({ ...(Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>), total: 0 });

export const emptyMonth = (): MonthSums => ({
  opened: none(),
  acknowledged: none(),
  resolved: none(),
  reopened: none(),
  classes: new Array<number>(resolveClasses.length + 1).fill(0),
  seconds: 0n,
  compensation: new Map(),
});

/** Complaints summed up by month, one by one or from the kept sums. */
export class ComplaintSums implements ComplaintAmounts {
  readonly months = new Map<number, MonthSums>();
  readonly openByNow = none();

  /** Made from the cells that the store has summed up. */
  static of(kept: readonly CellAmount[]): ComplaintSums {
    const sums = new ComplaintSums();
    const { step, openNow, resolvedIn, secondsToResolve, compensation } = complaintCells;
    for (const [values, amount] of readCells(kept, step)) sums.step(...values, amount);
    for (const [values, amount] of readCells(kept, openNow)) sums.openNow(...values, amount);
    for (const [values, amount] of readCells(kept, resolvedIn)) sums.resolvedIn(...values, amount);
    for (const [values, amount] of readCells(kept, secondsToResolve)) sums.secondsToResolve(...values, amount);
    for (const [values, amount] of readCells(kept, compensation)) sums.compensation(...values, amount);
    return sums;
  }

  step(flow: Flow, severity: Severity, month: number, amount: number): void {
    add(this.#of(month)[flow], severity, amount);
  }

  openNow(severity: Severity, amount: number): void {
    add(this.openByNow, severity, amount);
  }

  resolvedIn(resolveClass: number, month: number, amount: number): void {
    this.#of(month).classes[resolveClass]! += amount;
  }

  secondsToResolve(month: number, limb: number, amount: number): void {
    this.#of(month).seconds += worth(amount, limb);
  }

  compensation(currency: string, month: number, limb: number, amount: number): void {
    const { compensation } = this.#of(month);
    compensation.set(currency, (compensation.get(currency) ?? 0n) + worth(amount, limb));
  }

  #of(month: number): MonthSums {
    let held = this.months.get(month);
    if (held === undefined) {
      held = emptyMonth();
      this.months.set(month, held);
    }
    return held;
  }
}

function add(counts: BySeverity, severity: Severity, amount: number): void {
  counts[severity] += amount;
  counts.total += amount;
}
