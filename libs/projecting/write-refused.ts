import { isOfTheStore, type ReadStore, type View, type ViewChanges } from '@tenure/read-store';
import type { Projection } from './projection.js';

/** The store works, but refuses this write: the cause is in what was written, and so in one of its customers. */
export class WriteRefused extends Error {
  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
    this.name = 'WriteRefused';
  }
}

/** @throws WriteRefused; errors of the store itself, as the store throws them. */
export async function commitTo(store: ReadStore, changes: ReadonlyMap<View, ViewChanges>): Promise<void> {
  try {
    await store.commit(changes);
  } catch (error) {
    throw isOfTheStore(error) ? error : new WriteRefused(error);
  }
}

export const isRefusal = (error: unknown): error is WriteRefused => error instanceof WriteRefused;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why a customer is parked whose document the store refuses. */
export const refusedBy = ({ name }: Projection, refusal: WriteRefused): string =>
  `The store does not take what ${name} makes of this customer's events: ${refusal.message}`;
