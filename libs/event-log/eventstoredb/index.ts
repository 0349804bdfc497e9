export { EventStoreDbEventLog } from './eventstoredb-event-log.js';
export type { Cluster, Member } from './members.js';
export type { EventStoreDbSettings } from './settings.js';
