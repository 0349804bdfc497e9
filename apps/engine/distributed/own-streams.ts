import { isNamespace } from '@tenure/settings';
import { streamKinds } from '../process/stream-kinds.js';

/**
 * Whether a stream of EventStoreDB belongs to the usual namespace, whose stream names have no prefix: in another namespace they begin with its name
 * and a dot. `customer-a.b` is the stream of the customer `a.b`.
 */
export function isOfUsualNamespace(stream: string): boolean {
  if (streamKinds.of(stream) !== null) return true;
  const dot = stream.indexOf('.');
  return dot < 0 || !isNamespace(stream.slice(0, dot)) || streamKinds.of(stream.slice(dot + 1)) === null;
}
