import { runRole } from '../../distributed/run-role.js';
import { startServing } from '../../distributed/start-serving.js';

/** Takes commands and imports; needs the log only. */
const serves = { commands: true, queries: false, models: false, automaticFits: false };
await runRole('command-api', (settings, logger, entrance) => startServing(serves, settings, logger, entrance));
