import { workerData } from 'node:worker_threads';
import { keyedHashOf } from '@tenure/log-secret';
import { serveThread } from '@tenure/threads';
import { KEY_BYTES } from '../customer-key.js';
import { makingHere } from '../key-maker.js';
import type { WrappedKey } from '../keys.js';
import type { KeysToKeep } from './key-thread.js';
import { SqliteKeys } from './sqlite-keys.js';

/** The thread that wraps new keys and flushes them, while their maker already seals with them. */
const keys = SqliteKeys.openBeside((workerData as { file: string }).file);
const maker = makingHere(keys);

serveThread({
  async keep({ customerIds, keys: side, epoch, secret }: KeysToKeep): Promise<readonly WrappedKey[]> {
    const bytes = Buffer.from(side.buffer, side.byteOffset, side.byteLength);
    const made = customerIds.map((customerId, at) => ({ customerId, key: bytes.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES) }));
    return maker.keep(made, epoch, keyedHashOf(secret));
  },
  stop: () => keys.close(),
});
