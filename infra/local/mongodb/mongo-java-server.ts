import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from '../cache/cached.js';
import { freePort } from '../free-ports.js';
import type { LocalMongoDb } from './local-mongodb.js';
import { runTool } from './run-tool.js';
import { ServerProcess } from './server-process.js';

export interface MongoJavaServerOptions {
  /** Folder for its file. */
  readonly data: string;
  /** `ignored`: a killed server forgets up to a second of acknowledged writes, whatever the write concern. */
  readonly journal?: 'kept' | 'ignored';
  /** The version of the protocol that it reports; 13 is MongoDB 5.0. */
  readonly wireVersion?: number;
}

/** The sources are beside this file's source, one folder above the compiled file. */
const sources = fileURLToPath(new URL('../../mongodb/mongo-java-server/', import.meta.url));

/** mongo-java-server 1.47.0, in memory, with a journal. Needs Java 17 and, the first time, Maven. */
export async function startMongoJavaServer({ data, journal = 'kept', wireVersion = 13 }: MongoJavaServerOptions): Promise<LocalMongoDb> {
  const libraries = await cached('mongo-java-server-memory-1.47.0', async (folder) => {
    await copyFile(join(sources, 'pom.xml'), join(folder, 'pom.xml'));
    await runTool('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`]);
  });
  await mkdir(data, { recursive: true });
  const port = await freePort();
  const settings = [join(data, 'mongodb.journal'), String(port), String(wireVersion), journal];
  const args = ['-Xmx2g', '-cp', `${libraries}/*`, join(sources, 'MongoJavaServer.java'), ...settings];
  const start = () => ServerProcess.start({ program: 'java', args, port, stopSignal: 'SIGTERM' });
  let server = await start();
  return {
    url: `mongodb://127.0.0.1:${port}`,
    get pid() {
      return server.pid;
    },
    stop: () => server.stop(),
    kill: () => server.kill(),
    async restart() {
      await server.stop();
      server = await start();
    },
  };
}
