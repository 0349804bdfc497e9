import { events, inNewestVersion, UnknownEventError } from '@tenure/customer';
import type { Projection } from '@tenure/projecting';

const known = new Map(events.map(({ type, versions }) => [type, new Set(versions)]));

/**
 * The same projection, which has to know the newest version of each event only, and throws at a version of an event that this version of Tenure
 * does not know: one that a later version has written.
 * Its customer is parked then, instead of being folded by rules that may have changed; once the roles run the later version, `retry` goes on.
 * A type of event that is not known yet parks nobody: no rule of this version is about it, and those of the later one are of other versions of
 * the read models, which are built anew.
 */
export function ofKnownEvents<Document>(projection: Projection<Document>): Projection<Document> {
  return {
    ...projection,
    evolve(document, event) {
      if (known.get(event.type)?.has(event.version) === false) throw new UnknownEventError(event.type, event.version);
      return projection.evolve(document, inNewestVersion(event));
    },
  };
}
