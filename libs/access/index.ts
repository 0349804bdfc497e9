export { AccessError } from './access-error.js';
export {
  AccessKeys,
  type AccessKeysOptions,
  type CreatedKey,
  type KeyEntry,
  principalOfAllRoles,
  signInMaker,
  type UnstoredKey,
  type WantedKey,
} from './access-keys.js';
export { AccessAudit, type AccessAuditOptions } from './audit/access-audit.js';
export { type AccessEntry, type AccessKind, type AccessOutcome, type AccessRecord, accessKinds, accessOutcomes } from './audit/access-entry.js';
export { accessRecordedType, accessRecordKind, type StoredAccess } from './audit/access-recorded.js';
export { accessKeyKind, accessKeysStream } from './key-events.js';
export { isRole, logReaders, type Principal, personalReaders, type Role, roles } from './role.js';
export { SignInCodes } from './sign-in-codes.js';
export { newToken } from './token.js';
