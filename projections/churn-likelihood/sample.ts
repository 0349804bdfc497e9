import type { SampleSize } from '@tenure/models';
import type { ReadSnapshot, View } from '@tenure/read-store';

/** Customers with a purchase, and their UTC days with one. */
export const buyersCell = 'n';
export const purchaseDaysCell = 'd';

/** How much there is to fit a model of purchases on, from kept sums: days of UTC, whatever the zone of the reports. */
export async function sampleOf(snapshot: ReadSnapshot, view: View): Promise<SampleSize> {
  const sum = async (cell: string): Promise<number> => new Map(await snapshot.sums(view, cell)).get(cell) ?? 0;
  const customers = await sum(buyersCell);
  const purchaseDays = await sum(purchaseDaysCell);
  return { customers, purchaseDays, repeatPurchaseDays: purchaseDays - customers };
}
