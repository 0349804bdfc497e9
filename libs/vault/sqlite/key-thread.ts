import { fileURLToPath } from 'node:url';
import type { HashMaterial, KeyedHash } from '@tenure/log-secret';
import { SupervisedThread, type ThreadState } from '@tenure/threads';
import { VaultUnavailable, vaultUnreachable } from '../errors.js';
import type { KeyMaker, NewKey } from '../key-maker.js';
import type { WrappedKey } from '../keys.js';
import type { SqliteKeys } from './sqlite-keys.js';

/** Crosses to the thread, and never leaves the process. */
export interface KeysToKeep {
  readonly customerIds: readonly string[];
  /** In the order of the customers, concatenated. */
  readonly keys: Uint8Array;
  readonly epoch: number;
  readonly secret: HashMaterial;
}

/** Wraps and flushes new keys in a thread of its own, started with the first key: meanwhile commands continue to be decided and sealed. */
export class KeyThread implements KeyMaker {
  readonly #thread: SupervisedThread;

  /** @param keys the same file, open here: after each batch it is asked whether the file is still in its place */
  constructor(
    private readonly keys: SqliteKeys,
    warn: (message: string) => void,
  ) {
    const file = fileURLToPath(new URL('./keys.worker.js', import.meta.url));
    this.#thread = new SupervisedThread({ file, name: 'vault', workerData: { file: keys.file }, errors: [VaultUnavailable], warn });
  }

  get state(): ThreadState {
    return this.#thread.state;
  }

  /** @throws VaultUnavailable, also when the thread cannot start or ends */
  async keep(made: readonly NewKey[], epoch: number, keyed: KeyedHash): Promise<readonly WrappedKey[]> {
    const argument: KeysToKeep = {
      customerIds: made.map(({ customerId }) => customerId),
      keys: new Uint8Array(Buffer.concat(made.map(({ key }) => key))),
      epoch,
      secret: keyed.forThread(),
    };
    const answer = await this.#thread.call<readonly WrappedKey[]>('keep', argument).then(
      (others) => ({ others }),
      (error: Error) => ({ error }),
    );
    // If the file was replaced, that is the error to report, whatever became of the keys.
    await this.keys.id();
    if ('error' in answer) throw answer.error instanceof VaultUnavailable ? answer.error : vaultUnreachable(this.keys.place, answer.error);
    return answer.others.map(({ wrapped, ...key }) => ({ ...key, wrapped: Buffer.from(wrapped) }));
  }

  close(): Promise<void> {
    return this.#thread.stop();
  }
}
