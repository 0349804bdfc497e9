import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npx tenure`, without npx: from test/dist/engine to the checkout's own program. */
const program = fileURLToPath(new URL('../../../apps/tenure/bin/tenure.mjs', import.meta.url));

/** A key with all roles, known to every engine that the tests start. */
export const apiKey = 'key-of-the-acceptance-tests';

export interface ProgramOptions {
  readonly cwd: string;
  /** On top of what every test has; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Another user to run as, where this one is root. */
  readonly user?: number;
}

/** Nothing of this machine's settings reaches the program. */
export function spawnTenure(args: readonly string[], { cwd, environment, user }: ProgramOptions): ChildProcess {
  const { PATH, TMPDIR } = process.env;
  const env = { PATH, ...(TMPDIR === undefined ? {} : { TMPDIR }), NO_COLOR: '1', TENURE_API_KEY: apiKey, ...environment };
  return spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], ...(user === undefined ? {} : { uid: user, gid: user }) });
}
