import { aspects } from './aspects.js';

type Each = (typeof aspects)[number];

/**
 * What deciding on a customer's next command takes, and no more, by aspect: read models hold the rest. Collections are made when
 * the first thing goes into them, because most customers have few kinds of things and many states are kept at once.
 */
export type CustomerState = { readonly [One in Each as One['name']]: ReturnType<One['initial']> };

/** A customer nobody has said anything about. */
export function initialState(): CustomerState {
  const state: Record<string, unknown> = {};
  for (const { name, initial } of aspects) state[name] = initial();
  return state as CustomerState;
}
