import { runRole, startServing, version } from '@tenure/roles';

/** Fits the models from the read models, when asked to and by itself. */
const serves = { commands: false, queries: false, models: true, automaticFits: true };
await runRole('analyst', (settings, logger, entrance) => startServing(serves, settings, logger, version, entrance));
