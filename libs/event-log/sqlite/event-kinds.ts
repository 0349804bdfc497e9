import type { NewEvent } from '../event.js';
import type { EventKind } from './writer-messages.js';

/** The kinds of the events of one batch, each once. */
export class EventKinds {
  readonly list: EventKind[] = [];
  readonly #places = new Map<string, number>();
  #last: { readonly event: NewEvent; readonly place: number } | null = null;

  placeOf(event: NewEvent): number {
    if (this.#last && sameKind(this.#last.event, event)) return this.#last.place;
    const { type, version, precision, metadata } = event;
    const { actor, onBehalfOf, importId, origin, keyEpoch, correlationId, causationId } = metadata;
    const kind: EventKind = [
      type,
      version,
      precision ?? null,
      actor,
      onBehalfOf ?? null,
      importId ?? null,
      origin ? JSON.stringify(origin) : null,
      keyEpoch ?? null,
      correlationId ?? null,
      causationId ?? null,
    ];
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

/** An import's events mostly follow others of their kind: this detects it without making a key. */
function sameKind(one: NewEvent, other: NewEvent): boolean {
  return (
    one.type === other.type &&
    one.version === other.version &&
    one.precision === other.precision &&
    one.metadata.onBehalfOf === other.metadata.onBehalfOf &&
    one.metadata.importId === other.metadata.importId &&
    one.metadata.origin === other.metadata.origin &&
    one.metadata.keyEpoch === other.metadata.keyEpoch &&
    one.metadata.actor === other.metadata.actor &&
    one.metadata.correlationId === other.metadata.correlationId &&
    one.metadata.causationId === other.metadata.causationId
  );
}
