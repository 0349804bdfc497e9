export { openRelayState, type RelayStateOnMongoDb } from './open-relay-state.js';
export { MongoRelayState, type RelayDocument } from './relay-state.js';
