import { join } from 'node:path';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { temporaryFolder } from './temporary-folder.js';

/** A log for the stories of one file: an engine that begins in a log with many others' events reads over all of them first. */
let log: EventStoreDbStandIn;
beforeAll(async () => {
  log = await startEventStoreDbStandIn({ data: join(temporaryFolder(), 'eventstoredb') });
  process.env['EVENTSTOREDB_URL'] = log.url;
});
afterAll(() => log.kill());
