import { runRole, startServing, version } from '@tenure/roles';

/** Takes commands and imports; needs the log only. */
const serves = { commands: true, queries: false, models: false, automaticFits: false };
await runRole('command-api', (settings, logger, entrance) => startServing(serves, settings, logger, version, entrance));
