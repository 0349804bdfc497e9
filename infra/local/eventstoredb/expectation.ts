import { TOMBSTONE } from './store-schema.js';

/** What an append expects of its stream: -1 is "no stream", as in the server's own arithmetic. */
export type Expected = number | 'any' | 'stream-exists';

export type Verdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'idempotent'; readonly first: number; readonly last: number }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' };

export interface StreamState {
  /** -1 when there is no stream. */
  readonly current: number;
  readonly softDeleted: boolean;
  idAt(revision: number): string | null;
  revisionOf(id: string): number | null;
}

/**
 * The server's rule (its IndexWriter.CheckCommit): with an explicit revision, an append whose events are already there, each at its own
 * revision, succeeds again; with "any" it is recognized only by the ids of its events.
 */
export function judge(expected: Expected, ids: readonly string[], state: StreamState): Verdict {
  const { current, softDeleted } = state;
  if (current === TOMBSTONE) return { kind: 'deleted' };
  if (expected === 'stream-exists' && softDeleted) return { kind: 'deleted' };
  if (expected === 'stream-exists' && current < 0) return { kind: 'wrong-version', current };
  if (typeof expected === 'string') return judgeByIds(ids, state);
  if (expected > current) return { kind: 'wrong-version', current };
  if (expected === current) return { kind: 'ok' };
  for (let i = 0; i < ids.length; i++) {
    if (state.idAt(expected + 1 + i) === ids[i]) continue;
    if (i === 0 && expected === -1 && softDeleted) return { kind: 'ok' };
    return { kind: 'wrong-version', current };
  }
  return { kind: 'idempotent', first: expected + 1, last: expected + ids.length };
}

function judgeByIds(ids: readonly string[], state: StreamState): Verdict {
  const revisions = ids.map((id) => state.revisionOf(id));
  if (ids.length === 0 || revisions[0] === null) return { kind: 'ok' };
  if (revisions.includes(null)) return { kind: 'wrong-version', current: state.current };
  return { kind: 'idempotent', first: revisions[0]!, last: revisions[revisions.length - 1]! };
}
