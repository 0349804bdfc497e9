export { MongoKeys, type MongoKeysPlace } from './mongo-keys.js';
