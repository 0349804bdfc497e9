import { runRole, startRelay, startRole, version } from '@tenure/roles';

/** Log to Kafka. */
await runRole('relay', (settings, logger, entrance, signal) => startRole(startRelay, settings, logger, version, entrance, signal));
