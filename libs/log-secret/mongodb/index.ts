export { secretCollection } from './secret-collection.js';
