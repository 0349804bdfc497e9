export { purchasesExport } from './export.js';
