import { runRole, startProjector, startRole, version } from '@tenure/roles';

/** Kafka to read models. */
await runRole('projector', (settings, logger, signal) => startRole(startProjector, settings, logger, version, signal));
