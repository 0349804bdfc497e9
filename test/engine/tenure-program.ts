import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { profileEnvironment } from './profile.js';

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

const running = new Set<ChildProcess>();
const killAll = () => {
  for (const child of running) child.kill('SIGKILL');
};
process.on('exit', killAll);
// A story that fails in the middle leaves no process behind, which would keep the test runner waiting.
afterAll(killAll);

/** Nothing of this machine's settings reaches the program. */
export function spawnTenure(args: readonly string[], { cwd, environment, user }: ProgramOptions): ChildProcess {
  const { PATH, TMPDIR } = process.env;
  const env = {
    PATH,
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    NO_COLOR: '1',
    TENURE_API_KEY: apiKey,
    ...profileEnvironment(cwd, args, environment),
    ...environment,
  };
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
