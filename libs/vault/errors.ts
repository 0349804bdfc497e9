/** Something sealed cannot be opened, or something cannot be sealed: nothing is recorded, and no key is made in place of a lost one. */
export class VaultUnavailable extends Error {
  constructor(
    readonly code: 'missing' | 'another' | 'key-missing' | 'key-damaged' | 'unreachable',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'VaultUnavailable';
  }
}

const RESTORE = 'Restore it from the backup that belongs to the log.';
const UNTIL = 'Until then commands with personal data are refused, and nothing of them is recorded.';

export function vaultMissing(place: string): VaultUnavailable {
  return new VaultUnavailable('missing', `The vault of this log, with the keys of its customers, is missing: ${place}. ${RESTORE} ${UNTIL}`);
}

/** The error of the store of the keys is the cause. */
export function vaultUnreachable(place: string, cause: Error): VaultUnavailable {
  const remedy = 'Repair that, and send the same request again.';
  return new VaultUnavailable('unreachable', `The vault of this log, with the keys of its customers, cannot be used: ${place}: ${cause.message}. ${remedy}`, {
    cause,
  });
}

export function anotherVault(place: string): VaultUnavailable {
  const capital = place.charAt(0).toUpperCase() + place.slice(1);
  return new VaultUnavailable('another', `${capital} is not the vault of this log, but another one's. ${RESTORE} ${UNTIL}`);
}

export function keyMissing(customerId: string, place: string): VaultUnavailable {
  return new VaultUnavailable('key-missing', `The key of customer "${customerId}" is not in ${place}. ${RESTORE}`);
}

export function keyDamaged(customerId: string, place: string): VaultUnavailable {
  const remedy = 'Restore the vault, and the secret of the log, from the backup that belongs to the log.';
  return new VaultUnavailable('key-damaged', `What is sealed of customer "${customerId}" does not open with the key in ${place}. ${remedy}`);
}
