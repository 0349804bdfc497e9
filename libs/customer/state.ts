import { aspects } from './aspects.js';

type Each = (typeof aspects)[number];

/**
 * What deciding on a customer's next command needs, and no more, by aspect: read models hold the rest. Collections are created with
 * their first entry, because most customers have few kinds of things and many states are kept at once.
 */
export type CustomerState = { readonly [One in Each as One['name']]: ReturnType<One['initial']> };

/** The state of a customer without events. */
export function initialState(): CustomerState {
  const state: Record<string, unknown> = {};
  for (const { name, initial } of aspects) state[name] = initial();
  return state as CustomerState;
}
