export type { EventFeed } from './event-feed.js';
export { LogTail } from './in-process/log-tail.js';
