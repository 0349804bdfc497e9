import { startRelay } from '../../distributed/relay.js';
import { runRole } from '../../distributed/run-role.js';
import { startRole } from '../../distributed/start-role.js';

/** Log to Kafka. */
await runRole('relay', (settings, logger, entrance, signal) => startRole(startRelay, settings, logger, entrance, signal));
