import { startProjector } from '../../distributed/projector.js';
import { runRole } from '../../distributed/run-role.js';
import { startRole } from '../../distributed/start-role.js';

/** Kafka to read models. */
await runRole('projector', (settings, logger, entrance, signal) => startRole(startProjector, settings, logger, entrance, signal));
