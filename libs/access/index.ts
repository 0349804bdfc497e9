export { AccessError } from './access-error.js';
export { AccessKeys, type AccessKeysOptions, type CreatedKey, type KeyEntry, type UnstoredKey, principalOfAllRoles } from './access-keys.js';
export { accessKeysStream } from './key-events.js';
export { type Principal, type Role, isRole, roles } from './role.js';
export { newToken } from './token.js';
