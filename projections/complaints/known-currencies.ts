import type { ReadSnapshot, View } from '@tenure/read-store';
import { cellsOf } from '../shared/cells/cells-of.js';
import { complaintCells } from './cells.js';

/** Every currency of a compensation, ascending; from the sums, without reading any document. */
export async function knownCurrencies(snapshot: ReadSnapshot, view: View): Promise<string[]> {
  return [...new Set((await cellsOf(snapshot, view, complaintCells.compensation)).map(([[currency]]) => currency))].sort();
}
