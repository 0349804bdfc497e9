export { usualArrangement } from './arranging/arrangement.js';
export type { CommandSink } from './command-sink.js';
export { type PersonalKey, personalId, personalKeyOf } from './identity/personal-id.js';
export { importFile } from './import-file.js';
export type { ImportLine, ImportProgress, ImportResult, ImportSource, RejectedRow } from './import-line.js';
export type { ImportFormat, ImportOptions } from './import-options.js';
export { ImportRefused } from './import-refused.js';
export { findKind, kinds } from './kinds/index.js';
export { presets } from './presets/index.js';
