export { Backoff, sleep } from './backoff.js';
export { type ClaimedPlace, claimable } from './claimable.js';
export type { EventFeed } from './event-feed.js';
export type { FeedBatch, FeedHandler, ForeignReason, ForeignRecord } from './feed-handler.js';
export { LogTail } from './in-process/log-tail.js';
export type { Lease } from './lease.js';
export { LeaseKeeper } from './lease-keeper.js';
export { partitionOf } from './partition-of.js';
export { CONTINUED, type LastRecord, NOTHING_PUBLISHED, type RelayCheckpoint, type RelaySnapshot, type RelayState } from './relay-state.js';
