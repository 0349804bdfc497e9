export { canonicalJson } from './canonical-json.js';
export { createKeyedHash, type HashMaterial, type KeyedHash, keyedHashOf } from './keyed-hash.js';
export { givenSecret, type LogSecret, type SecretStore, storedSecret } from './log-secret.js';
export { LogSecretMissing } from './log-secret-missing.js';
export { monthSecretFiles } from './month-secret-files.js';
export type { MonthSecrets } from './month-secrets.js';
export { isPayloadOf, payloadHash, payloadHashOf } from './payload-hash.js';
export { readableSecret } from './readable-secret.js';
export { secretFile } from './secret-file.js';
