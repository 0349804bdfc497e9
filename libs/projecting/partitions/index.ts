export { PartitionFeed, type PartitionFeedParts } from './partition-feed.js';
export { type SettleParts, settleViews, standingOf } from './settle-views.js';
