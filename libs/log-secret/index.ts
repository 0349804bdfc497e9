export { createKeyedHash, type KeyedHash } from './keyed-hash.js';
