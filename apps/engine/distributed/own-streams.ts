import { isNamespace } from '@tenure/settings';
import { streamKinds } from '../process/stream-kinds.js';

/**
 * Whether a stream of EventStoreDB is of the usual namespace, whose streams have nothing before their names: one of another namespace has a
 * namespace, a dot and the name of a stream. `customer-a.b` is that of the customer `a.b`.
 */
export function isOfUsualNamespace(stream: string): boolean {
  if (streamKinds.of(stream) !== null) return true;
  const dot = stream.indexOf('.');
  return dot < 0 || !isNamespace(stream.slice(0, dot)) || streamKinds.of(stream.slice(dot + 1)) === null;
}
