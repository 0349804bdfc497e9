export type { Calls, Faults } from './faults.js';
export { type EventStoreDbStandIn, startEventStoreDbStandIn } from './start-stand-in.js';
