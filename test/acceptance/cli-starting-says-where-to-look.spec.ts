import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { itEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { spawnTenure } from '../engine/tenure-program.js';

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
});
afterAll(removeTemporaryFolders);

/** Starts, reads up to the last line, and stops by `signal`. */
async function started(
  signal: NodeJS.Signals,
  { flags = [], meanwhile }: { flags?: string[]; meanwhile?: (text: string) => Promise<void> } = {},
): Promise<{ lines: string[]; exitCode: number | null }> {
  const child = spawnTenure(['start', '--port', '0', '--data', 'data', ...flags], { cwd, environment: {} });
  let text = '';
  let errors = '';
  child.stderr!.on('data', (piece: Buffer) => (errors += piece));
  for await (const piece of child.stdout!) {
    text += piece;
    if (text.includes('Ctrl-C')) break;
  }
  if (!text.includes('Ctrl-C')) throw new Error(`It did not start: ${errors}`);
  await meanwhile?.(text);
  child.kill(signal);
  await once(child, 'close');
  return { lines: text.trimEnd().split('\n'), exitCode: child.exitCode };
}

itEmbedded('in at most eight lines, with what to try next, and stops cleanly by Ctrl-C and by SIGTERM', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { lines, exitCode } = await started(signal);
    expect(exitCode).toBe(0);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines[0]).toMatch(/http:\/\/127\.0\.0\.1:\d+ .*\/docs.*data/);
    expect(lines.join('\n')).toContain(`npx tenure demo --data ${join(cwd, 'data')}`);
    expect(lines.at(-1)).toBe('Ctrl-C stops; the data stays.');
    expect(existsSync(join(cwd, 'data/engine.json'))).toBe(false);
    expect(existsSync(join(cwd, 'data/events.db'))).toBe(true);
  }
});

itEmbedded('prints an address that signs a browser of this machine in, once; and none where other machines reach the engine', async () => {
  const statuses: number[] = [];
  let holder: unknown;
  await started('SIGINT', {
    async meanwhile(text) {
      const [, url, code] = /(http:\/\/127\.0\.0\.1:\d+)\/#code=([\w-]{43})/.exec(text)!;
      const signIn = () => fetch(`${url}/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) });
      const [first, second] = [await signIn(), await signIn()];
      statuses.push(first.status, second.status);
      const { token } = (await first.json()) as { token: string };
      holder = await (await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })).json();
    },
  });
  expect(statuses).toEqual([201, 401]);
  expect(holder).toMatchObject({ name: 'dashboard on this machine', keyId: expect.any(String), expiresAt: expect.any(String) });
  const { lines } = await started('SIGINT', { flags: ['--host', '0.0.0.0'] });
  expect(lines.join('\n')).not.toContain('code=');
});

itEmbedded('refuses a taken port, a second engine on the same data and a folder that is none, each with the remedy', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  try {
    const { port } = new URL(engine.url);
    const taken = await tenure(['start', '--port', port, '--data', 'other'], { cwd });
    expect([taken.exitCode, taken.stderr]).toEqual([1, expect.stringContaining(`Port ${port} is taken: a Tenure engine answers on ${engine.url}`)]);
    const second = await tenure(['start', '--port', '0', '--data', 'data'], { cwd });
    expect([second.exitCode, second.stderr]).toEqual([1, expect.stringContaining(`${engine.url} (process ${engine.pid})`)]);
    writeFileSync(join(cwd, 'file'), '');
    const none = await tenure(['start', '--port', '0', '--data', 'file/data'], { cwd });
    expect([none.exitCode, none.stderr]).toEqual([1, expect.stringContaining('--data')]);
    for (const { stdout, stderr } of [taken, second, none]) {
      expect(stdout).toBe('');
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  } finally {
    await engine.stop();
  }
});

itEmbedded('is ended by tenure stop, which says so when nothing runs', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  const stopped = await tenure(['stop', '--json'], { cwd });
  expect(stopped.json()).toEqual({ stopped: true, pid: engine.pid, url: engine.url, data: './data' });
  expect(await engine.stop()).toBe(0);
  const again = await tenure(['stop'], { cwd });
  expect([again.exitCode, again.stderr]).toEqual([1, 'No engine runs on ./data.\n']);
});

itEmbedded('is ended with npm: a signal that npm gets reaches the engine', async () => {
  const data = join(cwd, 'data');
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const npm = spawn('npm', ['start', '--silent'], { cwd: root, env: { ...process.env, TENURE_DATA: data, TENURE_PORT: '0' }, stdio: 'ignore' });
  const engineFile = join(data, 'engine.json');
  while (!existsSync(engineFile)) await delay(50);
  const { pid } = JSON.parse(readFileSync(engineFile, 'utf8')) as { pid: number };
  expect(pid).not.toBe(npm.pid);
  npm.kill('SIGTERM');
  for (let looks = 0; looks < 400 && isAlive(pid); looks += 1) await delay(50);
  const wasLeft = isAlive(pid);
  if (wasLeft) process.kill(pid, 'SIGKILL');
  expect([wasLeft, existsSync(engineFile)]).toEqual([false, false]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
