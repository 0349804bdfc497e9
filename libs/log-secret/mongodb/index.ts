export { monthSecretCollection, secretCollection } from './secret-collection.js';
