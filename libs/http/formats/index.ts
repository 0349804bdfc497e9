export { encodeAnswer } from './encode-answer.js';
export { encodeExport } from './encode-export.js';
