export { EventStoreDbEventLog } from './eventstoredb-event-log.js';
export type { EventStoreDbSettings } from './settings.js';
