import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { startKafka } from '@tenure/local-servers/kafka';
import { startMongoJavaServer } from '@tenure/local-servers/mongodb';

/** The servers that all stories of a run share; jest calls it once, and what it answers with at the end. */
export default async function startServers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-servers-'));
  const [log, kafka, mongodb] = await Promise.all([
    startEventStoreDbStandIn({ data: join(folder, 'eventstoredb') }),
    startKafka({ data: join(folder, 'kafka') }),
    startMongoJavaServer({ data: join(folder, 'mongodb') }),
  ]);
  Object.assign(process.env, { EVENTSTOREDB_URL: log.url, KAFKA_BROKERS: kafka.brokers.join(','), MONGODB_URL: mongodb.url });
  Object.assign(globalThis, {
    async stopServers() {
      await Promise.all([log.stop(), kafka.stop(), mongodb.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
