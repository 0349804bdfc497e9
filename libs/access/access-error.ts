/** A request about keys that cannot be carried out; `field` is what to fix. */
export class AccessError extends Error {
  constructor(
    readonly code: 'key-unknown' | 'key-already-revoked' | 'bad-name' | 'bad-roles' | 'role-not-held' | 'bad-expiry' | 'bad-reason',
    readonly field: 'keyId' | 'name' | 'roles' | 'expires' | 'reason',
    detail: string,
  ) {
    super(detail);
    this.name = 'AccessError';
  }
}
