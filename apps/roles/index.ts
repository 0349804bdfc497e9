export { type Edge, type EdgeOptions, type Serves, startEdge } from './edge/start-edge.js';
export { namesOf } from './names.js';
export { startProjector } from './projector.js';
export { startRelay } from './relay.js';
export { type RunningProcess, runRole } from './run-role.js';
export { startRole } from './start-role.js';
export { startServing } from './start-serving.js';
export { version } from './version.js';
