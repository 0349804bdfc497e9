import { startRelay } from '../../distributed/relay.js';
import { startRole } from '../../distributed/start-role.js';
import { runRole } from '../../process/run-role.js';
import { version } from '../../version.js';

/** Log to Kafka. */
await runRole('relay', (settings, logger, entrance, signal) => startRole(startRelay, settings, logger, version, entrance, signal));
