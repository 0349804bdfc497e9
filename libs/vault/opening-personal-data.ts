import { streamOf } from '@tenure/event-log';
import { LogSecretMissing } from '@tenure/log-secret';
import type { KeptPersonal, OpenedPersonal, PersonalData, WhySealed } from '@tenure/querying';
import { VaultUnavailable } from './errors.js';
import { readSealed } from './sealed-text.js';
import type { KeyRing, Vault } from './vault.js';

/** Opens what read models keep sealed, with the keys of a vault; text in clear, from a log from before the vault, stays as it is. */
export function openingPersonalData(vault: Vault): PersonalData {
  return {
    async open(kept) {
      const customers = kept.filter(({ fields }) => Object.values(fields).some(isSealed)).map(({ customerId }) => customerId);
      const rings = customers.length === 0 ? NO_KEYS : await ringsOf(vault, customers);
      return kept.map((each) => opened(each, typeof rings === 'string' ? rings : (rings.get(each.customerId) ?? 'key-missing')));
    },
  };
}

const NO_KEYS: ReadonlyMap<string, KeyRing> = new Map();

/** The key rings, or why there are none while the vault cannot be used or the log's secret is not at hand: answers report that, and are otherwise unchanged. */
async function ringsOf(vault: Vault, customerIds: readonly string[]): Promise<ReadonlyMap<string, KeyRing> | WhySealed> {
  try {
    return await vault.ringsOf(customerIds);
  } catch (error) {
    if (error instanceof LogSecretMissing) return 'secret-missing';
    if (error instanceof VaultUnavailable) return 'vault-unreachable';
    throw error;
  }
}

function opened({ customerId, fields }: KeptPersonal, ring: KeyRing | WhySealed): OpenedPersonal {
  const clear: Record<string, string | null> = {};
  const sealed: string[] = [];
  let reason: WhySealed | null = null;
  for (const [field, text] of Object.entries(fields)) {
    const place = text === null ? null : readSealed(text);
    if (place === null) {
      clear[field] = text;
      continue;
    }
    const key = typeof ring === 'string' ? ring : ring.get(place.epoch);
    const value = typeof key === 'object' && key !== null ? key.open(streamOf(customerId), field, text!) : null;
    clear[field] = value;
    if (value !== null) continue;
    sealed.push(field);
    reason ??= typeof key === 'string' ? key : key === undefined ? 'key-missing' : 'key-damaged';
  }
  return { fields: clear, sealed: reason === null ? null : { fields: sealed, reason } };
}

function isSealed(text: string | null): boolean {
  return text !== null && readSealed(text) !== null;
}
