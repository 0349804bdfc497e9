import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { profileEnvironment } from './profile.js';

/** `npx tenure`, without npx: from test/dist/engine to the checkout's own program. */
const program = fileURLToPath(new URL('../../../apps/tenure/bin/tenure.mjs', import.meta.url));

/** A key with all roles, known to every engine that the tests start. */
export const apiKey = 'key-of-the-acceptance-tests';

export interface ProgramOptions {
  readonly cwd: string;
  /** Added to the environment of every test; undefined removes a variable. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Another user to run as, if this one is root. */
  readonly user?: number;
}

const running = new Set<ChildProcess>();
const killAll = () => {
  for (const child of running) child.kill('SIGKILL');
};
process.on('exit', killAll);
// A failed story leaves no process behind, which would keep the test runner waiting.
afterAll(killAll);

/** Settings of this machine do not reach the program. */
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
