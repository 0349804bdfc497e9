import { startRelay } from '../../distributed/relay.js';
import { startRole } from '../../distributed/start-role.js';
import { runRole } from '../../process/run-role.js';

/** Log to Kafka. */
await runRole('relay', (settings, logger, entrance, signal) => startRole(startRelay, settings, logger, entrance, signal));
