export { PartitionFeed, type PartitionFeedParts } from './partition-feed.js';
export { type SettleParts, settleViews } from './settle-views.js';
