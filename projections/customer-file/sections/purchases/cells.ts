import type { ReadSnapshot } from '@tenure/read-store';
import { cellKey, currency } from '../../../shared/cells/cell-key.js';
import { cellsOf } from '../../../shared/cells/cells-of.js';
import { totalKey } from '../../../shared/money/limbs.js';
import { liveView } from '../../../shared/reading/live-view.js';

/** The number of purchases and returns in a currency, `pUSD`; and, in limbs, the amounts paid and given back. */
export const purchasesIn = cellKey('p', currency);
export const returnsIn = cellKey('q', currency);
export const spendIn = totalKey('m');
export const returnedIn = totalKey('r');

/** Every currency with a purchase or return, ascending; from the sums, without reading any document. */
export async function knownCurrencies(snapshot: ReadSnapshot): Promise<string[]> {
  const view = await liveView(snapshot, 'customer-file');
  const cells = [...(await cellsOf(snapshot, view, purchasesIn)), ...(await cellsOf(snapshot, view, returnsIn))];
  return [...new Set(cells.map(([[currency]]) => currency))].sort();
}
