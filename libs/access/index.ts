export { AccessError } from './access-error.js';
export { AccessKeys, type AccessKeysOptions, type CreatedKey, type KeyEntry, principalOfAllRoles, type UnstoredKey, type WantedKey } from './access-keys.js';
export { accessKeysStream } from './key-events.js';
export { isRole, type Principal, personalReaders, type Role, roles } from './role.js';
export { newToken } from './token.js';
