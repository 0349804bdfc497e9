export { type Comparison, compareLogs } from './compare-logs.js';
export { type CopiedLog, type CopyProgress, copyLog, type LogCopy, TargetHasOther } from './copy-log.js';
export { openedContents } from './opened-contents.js';
export { refuseOtherLog } from './refuse-other-log.js';
export { sealingEvents } from './seal-events.js';
export { SealingRefused } from './sealing-refused.js';
