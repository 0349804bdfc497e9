export { holdsKeys } from './holds-keys.js';
export { KeyThread } from './key-thread.js';
export { refuseLackOfKeys } from './lack-of-keys.js';
export { SqliteKeys } from './sqlite-keys.js';
export { putVaultIntoBackup, takeVaultOut, verifyVaultInBackup } from './vault-in-backup.js';
