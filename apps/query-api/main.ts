import { runRole, startServing, version } from '@tenure/roles';

/** Answers queries and exports, shows events, and takes what operators ask for. */
const serves = { commands: false, queries: true, models: false, automaticFits: false };
await runRole('query-api', (settings, logger, entrance) => startServing(serves, settings, logger, version, entrance));
