import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { spawnTenure } from '../engine/tenure-program.js';

const ROWS = 40_000;
const file = join(temporaryFolder(), 'orders.csv');

beforeAll(() => {
  const rows = Array.from({ length: ROWS }, (_, at) => `buyer${at % 5_000}@example.com,A-${at},2026-01-${String((at % 28) + 1).padStart(2, '0')},5,USD`);
  writeFileSync(file, `customer_id,order_id,occurred_at,amount,currency\n${rows.join('\n')}\n`);
});
afterAll(removeTemporaryFolders);

/** Stops an analysis once it has recorded something; answers its temporary folder. */
async function stoppedBy(signal: NodeJS.Signals): Promise<{ readonly temporary: string; readonly exitCode: number | null; readonly stderr: string }> {
  const temporary = temporaryFolder();
  const child = spawnTenure(['analyse', file], { cwd: temporaryFolder(), environment: { TMPDIR: temporary } });
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = once(child, 'close') as Promise<[number | null]>;
  while (!hasRecorded(temporary)) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill(signal);
  const [exitCode] = await closed;
  return { temporary, exitCode, stderr };
}

function hasRecorded(temporary: string): boolean {
  const log = join(temporary, readdirSync(temporary)[0] ?? 'none', 'events.db-wal');
  return existsSync(log) && statSync(log).size > 500_000;
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends it, and its folder goes',
  async (signal) => {
    const { temporary, exitCode, stderr } = await stoppedBy(signal);
    expect([exitCode, stderr.split('\n').at(-2)]).toEqual([1, 'Stopped. Nothing of it was kept.']);
    expect(readdirSync(temporary)).toEqual([]);
  },
  180_000,
);

it('killed at once it leaves files without addresses, and without the secret that they are sealed with', async () => {
  const { temporary } = await stoppedBy('SIGKILL');
  const left = readdirSync(temporary, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(left.map(({ name }) => name)).toContain('events.db');
  expect(left.map(({ name }) => name)).not.toContain('log-secret');
  for (const { parentPath, name } of left) expect([name, readFileSync(join(parentPath, name)).includes('@example.com')]).toEqual([name, false]);
}, 180_000);
