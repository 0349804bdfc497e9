import type { CellAmount } from '@tenure/read-store';
import { latestFactCells } from '../shared/scoring/latest-fact.js';
import { addComplaint, type ComplaintAmounts, complaintCells, factsOf, utcDayOf } from './cells.js';
import type { StoredComplaint } from './document.js';

/** The cells of one complaint, with the time of its latest step (see `latestFactCells`). A part that is 0 has no cell. */
export function contributionsOf(complaint: StoredComplaint): CellAmount[] {
  const cells: CellAmount[] = [];
  addComplaint(complaint, utcDayOf, intoCells(cells));
  return [...cells, ...latestFactCells(factsOf(complaint))];
}

function intoCells(cells: CellAmount[]): ComplaintAmounts {
  const add = (cell: string, amount: number): void => {
    if (amount !== 0) cells.push([cell, amount]);
  };
  const { step, openNow, resolvedIn, secondsToResolve, compensation } = complaintCells;
  return {
    step: (flow, severity, month, amount) => add(step.of(flow, severity, month), amount),
    openNow: (severity, amount) => add(openNow.of(severity), amount),
    resolvedIn: (resolveClass, month, amount) => add(resolvedIn.of(resolveClass, month), amount),
    secondsToResolve: (month, limb, amount) => add(secondsToResolve.of(month, limb), amount),
    compensation: (currency, month, limb, amount) => add(compensation.of(currency, month, limb), amount),
  };
}
