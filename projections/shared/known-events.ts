import { events, inNewestVersion, UnknownEventError } from '@tenure/customer';
import type { Projection } from '@tenure/projecting';

const known = new Map(events.map(({ type, versions }) => [type, new Set(versions)]));

/**
 * The same projection, which has to know the newest version of each event only, and throws at an event that this version of Tenure does not know: one that a later version has written.
 * Its customer is parked then, instead of being folded by rules that may have changed; once the roles run the later version, `retry` goes on.
 */
export function ofKnownEvents<Document>(projection: Projection<Document>): Projection<Document> {
  return {
    ...projection,
    evolve(document, event) {
      if (!known.get(event.type)?.has(event.version)) throw new UnknownEventError(event.type, event.version);
      return projection.evolve(document, inNewestVersion(event));
    },
  };
}
