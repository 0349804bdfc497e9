import { BadQuery } from '@tenure/querying';
import { mostGroups } from '../shared/scoring/largest-groups.js';

/** More cells than anybody can read: such a question is refused, to be narrowed, rather than answered slowly. */
const mostCells = 1_000_000;

export function requireFewCells(cells: number): void {
  if (cells > mostCells) {
    throw new BadQuery('from', 'too-many-cells', `That would be ${cells} cells, more than ${mostCells}: narrow from and to, or take a longer granularity.`);
  }
}

/** Cells of all groups together. */
const mostCellsOfGroups = 100_000;

/** How many groups with this many cells each are shown separately. */
export function groupsWithin(cells: number): number {
  return Math.min(mostGroups, Math.max(1, Math.floor(mostCellsOfGroups / cells)));
}
