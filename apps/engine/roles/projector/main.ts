import { startProjector } from '../../distributed/projector.js';
import { startRole } from '../../distributed/start-role.js';
import { runRole } from '../../process/run-role.js';

/** Kafka to read models. */
await runRole('projector', (settings, logger, entrance, signal) => startRole(startProjector, settings, logger, entrance, signal));
