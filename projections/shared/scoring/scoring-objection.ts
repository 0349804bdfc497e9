import { type Occurrence, printOccurrence } from '@tenure/customer';
import type { CellAmount, ReadSnapshot, View } from '@tenure/read-store';
import type { NotEnoughData } from './not-enough-data.js';

/**
 * Whether a customer objects to automated scoring, by the event recorded last: its revision, and the date of the objection, null where
 * it was withdrawn. 0 for the many who never objected. An objection in force hides scores about every day (decision 58), so that it is
 * no fact of a day: it does not move the day that figures are about by default.
 */
export type ScoringObjection = 0 | [revision: number, objected: string | null];

export const objectionTypes: readonly string[] = ['ScoringObjectionRaised', 'ScoringObjectionWithdrawn'];

export function foldObjection(held: ScoringObjection, event: Occurrence & { readonly type: string; readonly revision: number }): ScoringObjection {
  if (!objectionTypes.includes(event.type) || (held !== 0 && held[0] > event.revision)) return held;
  return [event.revision, event.type === 'ScoringObjectionRaised' ? printOccurrence(event) : null];
}

/** The date of the objection in force: a day, or RFC 3339 in UTC; null without one. */
export const objectedOn = (held: ScoringObjection): string | null => (held === 0 ? null : held[1]);

/** The answer about a customer who objects; null for others. */
export function refusedBy(held: ScoringObjection): NotEnoughData | null {
  const since = objectedOn(held);
  if (since === null) return null;
  const notEnoughData = `The customer objected to automated scoring on ${since.slice(0, 10)}: nothing is scored about them until WithdrawScoringObjection ends the objection.`;
  return { notEnoughData, code: 'scoring-objected' };
}

/** Number of customers with an objection in force. */
const objectingCell = 'objecting';

export const objectionCells = (held: ScoringObjection): CellAmount[] => (objectedOn(held) === null ? [] : [[objectingCell, 1]]);

export async function countObjecting(snapshot: ReadSnapshot, view: View): Promise<number> {
  return new Map(await snapshot.sums(view, objectingCell)).get(objectingCell) ?? 0;
}
