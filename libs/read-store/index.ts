export { ReadStoreRefused, ReadStoreUnavailable } from './errors.js';
export * from './read-store.js';
export { SqliteReadStore } from './sqlite/sqlite-read-store.js';
