import type { SampleSize } from '@tenure/models';
import type { ReadSnapshot, View } from '@tenure/read-store';

/** Number of customers with a purchase, and of their UTC days with one. */
export const buyersCell = 'n';
export const purchaseDaysCell = 'd';

/** The amount of data for fitting a model of purchases, from kept sums: days of UTC, whatever the zone of the reports. */
export async function sampleOf(snapshot: ReadSnapshot, view: View): Promise<SampleSize> {
  const sum = async (cell: string): Promise<number> => new Map(await snapshot.sums(view, cell)).get(cell) ?? 0;
  const customers = await sum(buyersCell);
  const purchaseDays = await sum(purchaseDaysCell);
  return { customers, purchaseDays, repeatPurchaseDays: purchaseDays - customers };
}
