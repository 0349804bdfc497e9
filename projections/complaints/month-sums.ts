import type { CellAmount } from '@tenure/read-store';
import { worth } from '../shared/money/limbs.js';
import { type Flow, flowLetters } from './cells.js';
import { resolveClasses, type Severity, severities } from './complaint.js';

export type BySeverity = Record<Severity | 'total', number>;

/** What complaints come to in a month. */
export interface MonthSums extends Record<Flow, BySeverity> {
  readonly classes: number[];
  seconds: bigint;
  readonly compensation: Map<string, bigint>;
}

export interface ComplaintSums {
  readonly months: ReadonlyMap<number, MonthSums>;
  readonly openNow: BySeverity;
}

const none = (): BySeverity => ({ low: 0, medium: 0, high: 0, critical: 0, total: 0 });

export const emptyMonth = (): MonthSums => ({
  opened: none(),
  acknowledged: none(),
  resolved: none(),
  reopened: none(),
  classes: new Array<number>(resolveClasses.length + 1).fill(0),
  seconds: 0n,
  compensation: new Map(),
});

const severityOf: Record<string, Severity> = Object.fromEntries(severities.map((severity) => [severity[0], severity]));
const flowOf: Record<string, Flow> = Object.fromEntries(Object.entries(flowLetters).map(([flow, letter]) => [letter, flow as Flow]));

function add(counts: BySeverity, letter: string, amount: number): void {
  counts[severityOf[letter]!] += amount;
  counts.total += amount;
}

/** Reads the cells that `complaintCells` makes, added up by the store or one by one from a scan. */
export function monthSums(cells: Iterable<CellAmount>): ComplaintSums {
  const months = new Map<number, MonthSums>();
  const openNow = none();
  const of = (month: string): MonthSums => {
    let held = months.get(Number(month));
    if (held === undefined) {
      held = emptyMonth();
      months.set(Number(month), held);
    }
    return held;
  };
  for (const [cell, amount] of cells) {
    const letter = cell[0]!;
    const dot = cell.indexOf('.');
    if (letter === 'n') add(openNow, cell[1]!, amount);
    else if (letter === 't') of(cell.slice(dot + 1)).classes[Number(cell.slice(1, dot))]! += amount;
    else if (letter === 'T') of(cell.slice(1, dot)).seconds += worth(amount, Number(cell.slice(dot + 1)));
    else if (letter === 'c') addCompensation(of(cell.slice(4, dot)), cell.slice(1, 4), worth(amount, Number(cell.slice(dot + 1))));
    else if (letter in flowOf) add(of(cell.slice(2))[flowOf[letter]!], cell[1]!, amount);
  }
  return { months, openNow };
}

function addCompensation({ compensation }: MonthSums, currency: string, amount: bigint): void {
  compensation.set(currency, (compensation.get(currency) ?? 0n) + amount);
}
