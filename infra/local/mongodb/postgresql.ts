import { existsSync } from 'node:fs';
import { chown, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-ports.js';
import { runTool } from './run-tool.js';
import { ServerProcess } from './server-process.js';
import { LocalServerUnavailable } from './server-unavailable.js';

export interface LocalPostgreSql {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';
/** The account that Debian's package makes: PostgreSQL refuses to run as root. */
const ACCOUNT = 'postgres';

/** A PostgreSQL cluster in the folder `data`, which is handed to the account `postgres` when this process is root. */
export async function startPostgreSql(data: string): Promise<LocalPostgreSql> {
  const programs = await installed();
  const asRoot = process.getuid?.() === 0;
  await mkdir(data, { recursive: true });
  if (asRoot) await chown(data, await accountNumber('-u'), await accountNumber('-g'));
  // The server dies with the process that started it, whatever ends that.
  const drop = ['--pdeathsig', 'KILL', ...(asRoot ? [`--reuid=${ACCOUNT}`, `--regid=${ACCOUNT}`, '--clear-groups'] : [])];
  const cluster = join(data, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const options = ['-D', cluster, '-U', ACCOUNT, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
    await runTool('setpriv', [...drop, join(programs, 'initdb'), ...options], { cwd: '/' });
  }
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'].flatMap((setting) => ['-c', setting]);
  const args = [...drop, join(programs, 'postgres'), '-D', cluster, ...settings];
  // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients to leave.
  const ready = () =>
    runTool(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).then(
      () => true,
      () => false,
    );
  const start = () => ServerProcess.start({ program: 'setpriv', args, port, ready, stopSignal: 'SIGINT' });
  let server = await start();
  return {
    url: `postgres://${ACCOUNT}@127.0.0.1:${port}/postgres`,
    async start() {
      server = await start();
    },
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}

/** The folder of the newest server programs that Debian has installed. */
async function installed(): Promise<string> {
  const versions = existsSync(DEBIAN) ? await readdir(DEBIAN) : [];
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    const programs = join(DEBIAN, version, 'bin');
    if (existsSync(join(programs, 'postgres'))) return programs;
  }
  throw new LocalServerUnavailable('FerretDB needs a PostgreSQL server, and none is installed. Install it (Debian: apt-get install postgresql).');
}

async function accountNumber(which: '-u' | '-g'): Promise<number> {
  return Number(await runTool('id', [which, ACCOUNT]));
}
