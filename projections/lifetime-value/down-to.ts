import { BadQuery } from '@tenure/querying';
import type { ReadSnapshot, View } from '@tenure/read-store';
import type { ValueDocument } from './document.js';

/** Whether a customer of a rank is among those from the first of the list down to a certain one. */
export type Within = (rank: number, customerId: string) => boolean;

/**
 * The part of a list that ends with one customer, in the order of the list (see `RankedList`).
 * @param rankOf what the list is ordered by; null for a customer who is not on it
 * @throws BadQuery when the customer is not on the list
 */
export async function downTo(
  snapshot: ReadSnapshot,
  view: View,
  customerId: string | undefined,
  rankOf: (document: ValueDocument) => number | null,
): Promise<Within> {
  if (customerId === undefined || customerId === '') return () => true;
  const stored = await snapshot.get(view, customerId);
  const last = stored === null ? null : rankOf(JSON.parse(stored.body) as ValueDocument);
  if (last === null) {
    throw new BadQuery('downTo', 'not-listed', `downTo is "${customerId}", a customer who is not on this list: write the id of one who is, on the same terms.`);
  }
  return (rank, key) => rank > last || (rank === last && key <= customerId);
}
