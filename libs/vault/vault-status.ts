import type { EventLog } from '@tenure/event-log';
import { vaultOf } from './belongs-to-log.js';
import { anotherVault, vaultMissing } from './errors.js';
import type { Vault } from './vault.js';

export const vaultStates = ['not-begun', 'at-hand', 'missing', 'another', 'unreachable'] as const;

/** Whether what is sealed in a log can be opened. */
export interface VaultStatus {
  readonly place: string;
  /** `not-begun`: nothing personal has been recorded yet. */
  readonly state: (typeof vaultStates)[number];
  /** What is wrong, and what to do; null when nothing is. */
  readonly failure: string | null;
}

/** Does not throw: a status is asked for where something is wrong. */
export async function vaultStatus(log: Pick<EventLog, 'readStream'>, vault: Vault): Promise<VaultStatus> {
  const { place } = vault;
  try {
    const [wanted, there] = [await vaultOf(log), await vault.id()];
    if (wanted === null) return { place, state: 'not-begun', failure: null };
    if (there === null) return { place, state: 'missing', failure: vaultMissing(place).message };
    if (there !== wanted) return { place, state: 'another', failure: anotherVault(place).message };
    return { place, state: 'at-hand', failure: null };
  } catch (error) {
    return { place, state: 'unreachable', failure: (error as Error).message };
  }
}
