export { copySecrets } from './copy-secrets.js';
export { monthSecretCollection, secretCollection } from './secret-collection.js';
