import type { Outcome } from '@tenure/commanding';
import { Problem } from '../problems/problem.js';

export type Accepted = Extract<Outcome, { status: 'accepted' }>;

/** Why a command did not take effect. */
export function problemOfOutcome(outcome: Exclude<Outcome, Accepted>): Problem {
  if (outcome.status === 'key-reused') return new Problem('key-reused', outcome.detail);
  if (outcome.status === 'rejected') {
    const { code, detail, pointer } = outcome.rejection;
    return new Problem('rejected', detail, { code, errors: pointer === undefined ? [] : [{ pointer, code, detail }] });
  }
  const { actual } = outcome;
  const state = actual === null ? 'there is no such customer yet' : `the customer is at revision ${actual}`;
  return new Problem('revision-mismatch', `If-Match does not hold: ${state}.`, {
    members: { currentRevision: actual },
    headers: actual === null ? {} : { ETag: `"${actual}"` },
  });
}
