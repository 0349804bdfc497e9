import type { ReadSnapshot, View } from '@tenure/read-store';

/** Every currency that a compensation was given in, ascending; from the sums, without a look at any document. */
export async function knownCurrencies(snapshot: ReadSnapshot, view: View): Promise<string[]> {
  return [...new Set((await snapshot.sums(view, 'c')).map(([cell]) => cell.slice(1, 4)))].sort();
}
