import { hash } from 'node:crypto';
import { aspects } from './aspects.js';

/**
 * Raise it when an event without subjects (`subjectsOf`) folds to another state than before, or `subjectsOf` names other things; a spec
 * notices. Then run `npm run golden`.
 * 2: stored states were not sealed before, and are dropped. 3: the reason why a customer was closed is no longer in the state.
 */
export const FOLD = 3;

/** Names what a stored state depends on: another version of the program uses it only if it would have folded the same state. */
export const stateVersion: string = hash(
  'sha256',
  JSON.stringify([
    FOLD,
    aspects.map(({ name, ids, events }) => [name, ids, events.map(({ type, versions, evolve }) => [type, versions, evolve !== undefined])]),
  ]),
  'base64url',
).slice(0, 12);
