import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from '../cache/cached.js';
import { freePort } from '../free-ports.js';
import type { LocalMongoDb } from './local-mongodb.js';
import { startPostgreSql } from './postgresql.js';
import { runTool } from './run-tool.js';
import { ServerProcess } from './server-process.js';

/** The sources are beside this file's source, one folder above the compiled file. */
const sources = fileURLToPath(new URL('../../mongodb/ferretdb/', import.meta.url));

/**
 * FerretDB 1.24.2 on a PostgreSQL of its own in the folder `data`. Needs PostgreSQL and, the first time, Go, which takes a minute or two.
 * Its processes end with this one. A bulk with more operations than its connections (90) hangs: keep bulks small.
 */
export async function startFerretDb({ data }: { data: string }): Promise<LocalMongoDb> {
  const program = await built();
  const postgres = await startPostgreSql(data);
  const port = await freePort();
  const args = [`127.0.0.1:${port}`, `${postgres.url}?pool_max_conns=90`];
  const start = () => ServerProcess.start({ program, args, port, stopSignal: 'SIGTERM' });
  let server = await start().catch(async (error) => {
    await postgres.kill();
    throw error;
  });
  const stop = async () => {
    await server.stop();
    await postgres.stop();
  };
  return {
    url: `mongodb://127.0.0.1:${port}`,
    get pid() {
      return server.pid;
    },
    stop,
    async kill() {
      await Promise.all([server.kill(), postgres.kill()]);
    },
    async restart() {
      await stop();
      await postgres.start();
      server = await start();
    },
  };
}

async function built(): Promise<string> {
  const files = await Promise.all(['go.mod', 'go.sum', 'main.go'].map((name) => readFile(join(sources, name))));
  const digest = createHash('sha256').update(Buffer.concat(files)).digest('hex').slice(0, 12);
  const folder = await cached(`ferretdb-1.24.2-${digest}`, async (unfinished) => {
    await runTool('go', ['build', '-o', join(unfinished, 'ferretdb'), '.'], { cwd: sources, environment: { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' } });
  });
  return join(folder, 'ferretdb');
}
