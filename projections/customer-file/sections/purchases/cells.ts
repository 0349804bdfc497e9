import type { ReadSnapshot } from '@tenure/read-store';
import { cellKey, currency } from '../../../shared/cells/cell-key.js';
import { cellsOf } from '../../../shared/cells/cells-of.js';
import { totalKey } from '../../../shared/money/limbs.js';
import { liveView } from '../../../shared/reading/live-view.js';

/** How many purchases and returns in a currency, `pUSD`; and in limbs what was paid and given back. */
export const purchasesIn = cellKey('p', currency);
export const returnsIn = cellKey('q', currency);
export const spendIn = totalKey('m');
export const returnedIn = totalKey('r');

/** Every currency that anybody has bought or returned in, ascending; from the sums, without a look at any document. */
export async function knownCurrencies(snapshot: ReadSnapshot): Promise<string[]> {
  const view = await liveView(snapshot, 'customer-file');
  const cells = [...(await cellsOf(snapshot, view, purchasesIn)), ...(await cellsOf(snapshot, view, returnsIn))];
  return [...new Set(cells.map(([[currency]]) => currency))].sort();
}
