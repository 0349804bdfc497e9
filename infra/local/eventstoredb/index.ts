export type { Calls, ClusterNode, Faults } from './faults.js';
export { type EventStoreDbStandInCluster, startEventStoreDbStandInCluster } from './start-cluster.js';
export { type EventStoreDbStandIn, startEventStoreDbStandIn } from './start-stand-in.js';
