import { randomBytes } from 'node:crypto';
import { createKeyedHash, type KeyedHash } from './keyed-hash.js';
import { LogSecretMissing } from './log-secret-missing.js';
import { markOf, secretOfHash } from './payload-hash.js';

/** The secret of one log. */
export interface LogSecret {
  /**
   * Makes the secret when the log has none yet, durably.
   * @throws LogSecretMissing when the log's hashes were made with a secret that is not here, or its place cannot be read
   */
  keyed(): Promise<KeyedHash>;
  /** Whether no event of the log has a plain hash, as version 0.1.0 wrote them. */
  isKeyedThroughout(): Promise<boolean>;
}

/** Where the secret is stored. */
export interface SecretStore {
  /** In words, for the operator who has to restore it: `the file /data/log-secret`. */
  readonly place: string;
  read(): Promise<string | null>;
  /** Stores the secret unless one is stored; durable when it resolves, with the stored one. */
  keep(secret: string): Promise<string>;
}

const EPOCH = 1;

/** A secret that belongs by configuration to a log which has never had another kind of hash. */
export function givenSecret(text: string): LogSecret {
  const keyed = createKeyedHash(Buffer.from(text), EPOCH);
  return { keyed: async () => keyed, isKeyedThroughout: async () => true };
}

/** `hashes` returns payload hashes of the log, its earliest and its latest: they tell which secret they were made with. */
export function storedSecret(store: SecretStore, hashes: () => Promise<readonly string[]>): LogSecret {
  let found: Promise<KeyedHash> | null = null;
  return {
    keyed() {
      found ??= find(store, hashes).catch((error: unknown) => {
        found = null; // it may be restored while the engine runs
        throw error;
      });
      return found;
    },
    async isKeyedThroughout() {
      const [first] = await hashes();
      return first === undefined || secretOfHash(first) !== null;
    },
  };
}

async function find(store: SecretStore, hashes: () => Promise<readonly string[]>): Promise<KeyedHash> {
  const used = (await hashes()).flatMap((hash) => secretOfHash(hash) ?? []);
  const unreadable = (error: Error): never => {
    throw error instanceof LogSecretMissing ? error : new LogSecretMissing('unreadable', store.place, error);
  };
  const kept = await store.read().catch(unreadable);
  if (kept === null && used.length > 0) throw new LogSecretMissing('missing', store.place);
  const keyed = createKeyedHash(Buffer.from(kept ?? (await store.keep(randomBytes(32).toString('hex')).catch(unreadable))), EPOCH);
  if (used.some(({ epoch, mark }) => epoch !== keyed.epoch || mark !== markOf(keyed))) throw new LogSecretMissing('another', store.place);
  return keyed;
}
