import type { CellAmount, ReadSnapshot, View } from '@tenure/read-store';
import type { KeptSignals } from './signals.js';

const cell = 'signals';
const prime = 1_000_003;

/** The contribution of a customer's visits, complaints, answers and subscriptions to a checksum: below a million, so that sums stay exact. */
export function signalCells(held: KeptSignals): CellAmount[] {
  if (held === 0) return [];
  let sum = 1;
  for (const character of JSON.stringify(held)) sum = (sum * 31 + character.charCodeAt(0)) % prime;
  return [[cell, sum + 1]];
}

/** Another one where anything of it was recorded, corrected or taken back. */
export async function signalsChecksum(snapshot: ReadSnapshot, view: View): Promise<number> {
  return new Map(await snapshot.sums(view, cell)).get(cell) ?? 0;
}
