import { type CustomerState, copyState, customer } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';

/**
 * What a customer would be with the events of a plan. The initial state is never changed: it is copied before the first event
 * is folded in, and only once another decision follows an event.
 */
export class Draft {
  readonly events: NewEvent[] = [];
  #copy: CustomerState | null = null;
  #folded = 0;

  constructor(private readonly original: CustomerState) {}

  /** The state with every event so far. */
  get state(): CustomerState {
    if (this.events.length === 0) return this.original;
    this.#copy ??= copyState(this.original);
    for (; this.#folded < this.events.length; this.#folded += 1) customer.evolve(this.#copy, this.events[this.#folded]!);
    return this.#copy;
  }

  /** The state with every event, once they are recorded: if nothing had to be copied, the original state folds them in. */
  takeEffect(): CustomerState {
    if (this.#copy) return this.state;
    for (const event of this.events) customer.evolve(this.original, event);
    return this.original;
  }

  /** Rolls back to the first `count` events. */
  keep(count: number): void {
    if (count < this.#folded) {
      this.#copy = null;
      this.#folded = 0;
    }
    this.events.length = count;
  }
}
