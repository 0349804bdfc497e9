import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { startKafka } from '@tenure/local-servers/kafka';
import { startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { parseLines } from './client.js';
import { EngineProcess } from './engine-process.js';
import { onDistributed } from './profile.js';

/** From test/dist/engine to the checked-in data. */
const kept = fileURLToPath(new URL('../../data-of-0.1.0/', import.meta.url));

export interface ImportOfThen {
  readonly kind: string;
  readonly file: string;
  readonly options: Readonly<Record<string, string>>;
}

export const importsOfThen = JSON.parse(readFileSync(join(kept, 'imports.json'), 'utf8')) as readonly ImportOfThen[];

/** A file as it was imported with version 0.1.0. */
export const importedThen = (file: string): Buffer => readFileSync(join(kept, 'imported', file));

/** What version 0.1.0 printed: one document. */
export const printedThen = <T = Record<string, unknown>>(name: string): T => JSON.parse(readFileSync(join(kept, 'printed', name), 'utf8')) as T;

/** What version 0.1.0 printed: one document a line. */
export const linesPrintedThen = <T = Record<string, unknown>>(name: string): T[] => parseLines<T>(readFileSync(join(kept, 'printed', name), 'utf8'));

/** Copies the data written by version 0.1.0: its data folder, or the store of its server. */
export function copyDataOfThen(profile: 'embedded' | 'distributed', folder: string): void {
  cpSync(join(kept, profile), folder, { recursive: true });
}

export interface EngineOnDataOfThen {
  readonly engine: EngineProcess;
  end(): Promise<void>;
}

/** This version's engine on a copy of data written by version 0.1.0, on the profile of the run. */
export async function startOnDataOfThen(folder: string): Promise<EngineOnDataOfThen> {
  const data = join(folder, 'data');
  if (!onDistributed) {
    copyDataOfThen('embedded', data);
    const engine = await EngineProcess.start({ data });
    return { engine, end: async () => void (await engine.stop()) };
  }
  copyDataOfThen('distributed', join(folder, 'server'));
  // The copied streams have no prefix, so they belong to the usual namespace only. Two copies of the log in one namespace would be two histories of
  // it with one topic and one set of read models; so each copy has servers of its own.
  const servers = await Promise.all([
    startEventStoreDbStandIn({ data: join(folder, 'server') }),
    startKafka({ data: join(folder, 'kafka') }),
    startMongoJavaServer({ data: join(folder, 'mongodb') }),
  ]);
  const [log, kafka, mongodb] = servers;
  const engine = await EngineProcess.start({
    data,
    environment: { EVENTSTOREDB_URL: log.url, KAFKA_BROKERS: kafka.brokers.join(','), MONGODB_URL: mongodb.url, TENURE_NAMESPACE: 'tenure' },
  });
  return {
    engine,
    async end() {
      await engine.stop();
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
