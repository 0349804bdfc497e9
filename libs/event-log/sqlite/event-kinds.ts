import type { NewEvent } from '../event.js';
import type { EventKind } from './writer-messages.js';

/** The kinds of the events of one batch, each once. */
export class EventKinds {
  readonly list: EventKind[] = [];
  readonly #places = new Map<string, number>();
  #last: { readonly event: NewEvent; readonly place: number } | null = null;

  placeOf(event: NewEvent): number {
    if (this.#last && sameKind(this.#last.event, event)) return this.#last.place;
    const { type, version, metadata } = event;
    const kind: EventKind = [type, version, metadata.actor, metadata.correlationId ?? null, metadata.causationId ?? null];
    const key = JSON.stringify(kind);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.list.push(kind) - 1;
      this.#places.set(key, place);
    }
    this.#last = { event, place };
    return place;
  }
}

/** An import's events mostly follow others of their kind: that is told without making a key. */
function sameKind(one: NewEvent, other: NewEvent): boolean {
  return (
    one.type === other.type &&
    one.version === other.version &&
    one.metadata.actor === other.metadata.actor &&
    one.metadata.correlationId === other.metadata.correlationId &&
    one.metadata.causationId === other.metadata.causationId
  );
}
