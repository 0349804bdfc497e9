import { runRole } from '../../distributed/run-role.js';
import { startServing } from '../../distributed/start-serving.js';

/** Answers queries and exports, shows events, and serves the requests of operators. */
const serves = { commands: false, queries: true, models: false, automaticFits: false };
await runRole('query-api', (settings, logger, entrance) => startServing(serves, settings, logger, entrance));
