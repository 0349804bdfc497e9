export { type Comparison, compareLogs } from './compare-logs.js';
export { type CopyProgress, copyLog, type LogCopy, TargetHasOther } from './copy-log.js';
