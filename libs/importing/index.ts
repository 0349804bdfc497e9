export { usualArrangement } from './arranging/arrangement.js';
export type { CommandSink } from './command-sink.js';
export { importFile } from './import-file.js';
export type { ImportLine, ImportProgress, ImportResult, ImportSource, RejectedRow } from './import-line.js';
export type { ImportFormat, ImportOptions } from './import-options.js';
export { ImportRefused } from './import-refused.js';
export { findKind, kinds } from './kinds/index.js';
