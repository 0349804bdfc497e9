import { type Occurrence, printOccurrence } from '@tenure/customer';

/**
 * Whether a customer objects to automated scoring, by the event recorded last: its revision, and the date of the objection, null where
 * it was withdrawn. 0 for the many who never objected.
 */
export type ScoringObjection = 0 | [revision: number, objected: string | null];

export const objectionTypes: readonly string[] = ['ScoringObjectionRaised', 'ScoringObjectionWithdrawn'];

export function foldObjection(held: ScoringObjection, event: Occurrence & { readonly type: string; readonly revision: number }): ScoringObjection {
  if (!objectionTypes.includes(event.type) || (held !== 0 && held[0] > event.revision)) return held;
  return [event.revision, event.type === 'ScoringObjectionRaised' ? printOccurrence(event) : null];
}

/** The date of the objection in force: a day, or RFC 3339 in UTC; null without one. */
export const objectedOn = (held: ScoringObjection): string | null => (held === 0 ? null : held[1]);
