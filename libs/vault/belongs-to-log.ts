import { randomUUID } from 'node:crypto';
import type { AppendedLog, EventLog } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { FoldedStream, StreamCommands } from '@tenure/streams';
import { anotherVault, vaultMissing } from './errors.js';
import type { Keys } from './keys.js';

/** The stream on which a log records which vault it belongs to. */
export const VAULT = 'vault';
export const VAULT_BEGUN = 'VaultBegun';

/** Recorded before the first key. From here on personal parts are sealed. */
export interface VaultBegun {
  /** The id that the vault itself holds. */
  readonly vault: string;
}

/**
 * Refuses to seal with a vault that is not the log's: a lost vault would come back empty, and new keys would take the places of
 * those that its events are sealed with. Checks each time, because a vault can also be lost, and restored, under a running process.
 * @throws VaultUnavailable
 */
export function belongsToLog(log: AppendedLog, secret: LogSecret): (keys: Keys) => Promise<void> {
  let wanted: string | null = null;
  return async (keys) => {
    wanted ??= (await vaultOf(log)) ?? (await begin(log, secret, keys));
    const there = await keys.id();
    if (there === null) throw vaultMissing(keys.place);
    if (there !== wanted) throw anotherVault(keys.place);
  };
}

/** Null for a log that has none yet. */
export async function vaultOf(log: Pick<EventLog, 'readStream'>): Promise<string | null> {
  const [begun] = await log.readStream(VAULT, { limit: 1 });
  return begun ? (begun.data as VaultBegun).vault : null;
}

/** Of several processes that begin at once one wins: the vault keeps one id, and the log one event. */
async function begin(log: AppendedLog, secret: LogSecret, keys: Keys): Promise<string> {
  const data: VaultBegun = { vault: await keys.begin(randomUUID()) };
  const stream = new FoldedStream<VaultBegun | null>(VAULT, { initial: () => null, evolve: (begun, event) => begun ?? (event.data as VaultBegun) }, log);
  const command = { name: 'BeginVault', id: data.vault, body: data, actor: 'tenure' };
  await new StreamCommands({ log, secret }).execute(stream, command, (begun) => (begun === null ? [{ type: VAULT_BEGUN, data }] : []));
  return (await vaultOf(log))!;
}
