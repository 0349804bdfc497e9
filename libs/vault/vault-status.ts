import type { EventLog } from '@tenure/event-log';
import { vaultOf } from './belongs-to-log.js';
import { anotherVault, VaultUnavailable, vaultMissing } from './errors.js';
import type { Vault } from './vault.js';

export const vaultStates = ['not-begun', 'at-hand', 'missing', 'another', 'unreachable'] as const;

/** Whether what is sealed in a log can be opened. */
export interface VaultStatus {
  readonly place: string;
  /** `not-begun`: there is no key yet. The first is made for personal data, or for a snapshot of a long history, which is sealed whatever it contains. */
  readonly state: (typeof vaultStates)[number];
  /** What is wrong, and what to do; null when nothing is. */
  readonly failure: string | null;
}

/** The status says what is wrong with the vault. @throws the error of the log when it cannot be asked: that says nothing about the vault */
export async function vaultStatus(log: Pick<EventLog, 'readStream'>, vault: Vault): Promise<VaultStatus> {
  const { place } = vault;
  const wanted = await vaultOf(log);
  try {
    const there = await vault.id();
    if (wanted === null) return { place, state: 'not-begun', failure: null };
    if (there === null) throw vaultMissing(place);
    if (there !== wanted) throw anotherVault(place);
    return { place, state: 'at-hand', failure: null };
  } catch (error) {
    return { place, state: stateOf(error), failure: (error as Error).message };
  }
}

function stateOf(error: unknown): VaultStatus['state'] {
  const code = error instanceof VaultUnavailable ? error.code : null;
  return code === 'missing' || code === 'another' ? code : 'unreachable';
}
