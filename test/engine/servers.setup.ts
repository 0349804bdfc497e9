import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '@tenure/local-servers/kafka';
import { startMongoJavaServer } from '@tenure/local-servers/mongodb';

/** The servers that all stories of a run share; jest calls this once. Each file has a log of its own. */
export default async function startServers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-servers-'));
  const [kafka, mongodb] = await Promise.all([startKafka({ data: join(folder, 'kafka') }), startMongoJavaServer({ data: join(folder, 'mongodb') })]);
  Object.assign(process.env, { KAFKA_BROKERS: kafka.brokers.join(','), MONGODB_URL: mongodb.url });
  Object.assign(globalThis, {
    async stopServers() {
      await Promise.all([kafka.stop(), mongodb.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
