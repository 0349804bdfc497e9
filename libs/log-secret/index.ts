export { canonicalJson } from './canonical-json.js';
export { createKeyedHash, type KeyedHash } from './keyed-hash.js';
export { givenSecret, type LogSecret, type SecretStore, storedSecret } from './log-secret.js';
export { LogSecretMissing } from './log-secret-missing.js';
export { isPayloadOf, payloadHash, payloadHashOf } from './payload-hash.js';
export { secretFile } from './secret-file.js';
