import { runRole, startProjector, startRole, version } from '@tenure/roles';

/** Kafka to read models. */
await runRole('projector', (settings, logger, entrance, signal) => startRole(startProjector, settings, logger, version, entrance, signal));
