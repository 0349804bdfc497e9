import { hash } from 'node:crypto';
import { aspects } from './aspects.js';

/**
 * To be raised when an event without subjects (`subjectsOf`) folds to another state than before, or `subjectsOf` names other things; a spec notices.
 * Then `npm run golden`.
 * 2: what was kept before was not sealed, and goes. 3: why a customer was closed is not in it.
 */
export const FOLD = 3;

/** Names what a state that was kept depends on: another version of the program takes it only if it would have folded the same. */
export const stateVersion: string = hash(
  'sha256',
  JSON.stringify([
    FOLD,
    aspects.map(({ name, ids, events }) => [name, ids, events.map(({ type, versions, evolve }) => [type, versions, evolve !== undefined])]),
  ]),
  'base64url',
).slice(0, 12);
