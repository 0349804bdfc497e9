export { collectionsOf } from './collections-of.js';
export { connect } from './connect.js';
export { DocumentTooLarge, MongoDbRefused, MongoDbUnavailable, ViewDropped } from './errors.js';
export { explain } from './explain.js';
export { MongoReadStore, type MongoReadStoreOptions } from './mongo-read-store.js';
export { noticingSilence } from './noticing-silence.js';
export type { MongoPartition } from './partition.js';
