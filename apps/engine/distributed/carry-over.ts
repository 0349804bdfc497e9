import { customerOf, type Position, type SealAll } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { copySecrets, secretCollection } from '@tenure/log-secret/mongodb';
import { copyKeys, copyKeysOf } from '@tenure/vault';
import { secretOfLog } from '../process/secret-of-log.js';
import type { Namespace } from './namespace.js';
import { takenNamespace } from './taken-namespace.js';

/** The secret that the old log has, wherever it is given; if it has none yet, one is made for the copy. */
export function secretOfBoth(from: Namespace, to: Namespace, given: string | null): LogSecret {
  const [old, own] = [secretCollection(from.mongodb), secretCollection(to.mongodb)];
  return secretOfLog(from.log, given, { place: old.place, read: async () => (await old.read()) ?? own.read(), keep: own.keep });
}

/**
 * Takes the secrets of a log and the keys of its vault to the namespace of its copy, before any event that they open. If the old log has no
 * vault yet, the vault of the copy gets the id of the new log, by which a second run recognizes it.
 * @throws SealingRefused, VaultUnavailable when other secrets or keys are there
 */
export async function carryOver(from: Namespace, to: Namespace): Promise<void> {
  await to.log.identify();
  if (!(await copySecrets(from.mongodb, to.mongodb))) throw takenNamespace(to, 'the secret of another log, in its database on MongoDB');
  const id = (await from.keys.id()) ?? (await to.log.id())!;
  if ((await to.keys.begin(id)) !== id) throw takenNamespace(to, `the vault of another log: ${to.keys.place}`);
  await copyKeys(from.keys, to.keys);
}

/** Seals as `seal` does. Events behind a position may be sealed with keys made since then: those keys are copied first. */
export function carryingKeys(from: Namespace, to: Namespace, behind: Position, seal: SealAll): SealAll {
  return async (events) => {
    const since = events.filter(({ position, metadata }) => position > behind && metadata.keyEpoch !== undefined);
    const customerIds = new Set(since.map(({ stream }) => customerOf(stream)!));
    if (customerIds.size > 0) await copyKeysOf([...customerIds], from.keys, to.keys);
    return seal(events);
  };
}
