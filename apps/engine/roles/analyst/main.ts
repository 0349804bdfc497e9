import { runRole } from '../../distributed/run-role.js';
import { startServing } from '../../distributed/start-serving.js';

/** Fits the models from the read models, on request and automatically. */
const serves = { commands: false, queries: false, models: true, automaticFits: true };
await runRole('analyst', (settings, logger, entrance) => startServing(serves, settings, logger, entrance));
