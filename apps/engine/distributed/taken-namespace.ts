import { CUSTOMER_STREAMS } from '@tenure/event-log';
import { SealingRefused } from '@tenure/migrating';
import { collectionsOf } from '@tenure/read-store/mongodb';
import type { Namespace } from './namespace.js';
import { isOfUsualNamespace } from './own-streams.js';

const PATIENCE_MS = 5_000;
/** What a copy brings along. */
const CARRIED = new Set(['vault', 'log-secret']);

/** @param what is there, in words */
export function takenNamespace({ name }: Pick<Namespace, 'name'>, what: string): SealingRefused {
  return new SealingRefused(`The namespace "${name}" is taken: it has ${what}. Name one that is not used yet with --into.`);
}

/**
 * Checks, before anything is written, that the namespace of a sealed copy is empty, or holds an unfinished copy of this log: its vault has the id of
 * the old log's vault or of the new log. @throws SealingRefused
 */
export async function refuseTakenNamespace(from: Namespace, to: Namespace): Promise<void> {
  if (to.name === from.name) throw takenNamespace(to, 'the log that is to be sealed');
  if (from.streams === '' && isOfUsualNamespace(to.streams + CUSTOMER_STREAMS)) {
    throw new SealingRefused(`Streams of the namespace "${to.name}" would be taken for those of customers in "${from.name}". Name another one with --into.`);
  }
  const collections = (await collectionsOf({ ...to.mongodb, patienceMs: PATIENCE_MS })).filter((name) => !CARRIED.has(name) && !name.startsWith('system.'));
  if (collections.length > 0) throw takenNamespace(to, `a database on MongoDB with ${collections.toSorted().join(', ')} in it, as an engine makes them`);
  const there = await to.keys.id();
  if (there !== null && there === ((await from.keys.id()) ?? (await to.log.id()))) return;
  const [first] = await to.log.readAll({ after: null, limit: 1 });
  if (first !== undefined) throw takenNamespace(to, `events on EventStoreDB, the first of them on the stream "${first.stream}"`);
  if (there !== null) throw takenNamespace(to, `the vault of another log: ${to.keys.place}`);
}
