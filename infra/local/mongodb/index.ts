export { startFerretDb } from './ferretdb.js';
export type { LocalMongoDb } from './local-mongodb.js';
export { startMongoJavaServer } from './mongo-java-server.js';
export { LocalServerUnavailable } from './server-unavailable.js';
