import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { itEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
});
afterAll(removeTemporaryFolders);

const register = (customerId: string, ...more: string[]) => tenure(['command', 'RegisterCustomer', `customerId=${customerId}`, '--json', ...more], { cwd });
const revisionOf = async (customerId: string, ...more: string[]) =>
  (await tenure(['customer', customerId, '--json', ...more], { cwd })).json<{ revision: number }>().revision;

it('with a running engine it talks to that one; its key lies beside the data for its user only', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  try {
    expect(statSync(join(cwd, 'data/engine.json')).mode & 0o777).toBe(0o600);
    expect((await register('C-1')).json()).toMatchObject({ customerId: 'C-1', revision: 0 });
    expect((await engine.client.ask('/v1/customers/C-1/events')).status).toBe(200);
    expect(await revisionOf('C-1', '--url', engine.url)).toBe(0);
  } finally {
    await engine.stop();
  }
});

itEmbedded('without one it opens the files itself, and what one verb recorded the next one sees', async () => {
  expect((await register('C-1')).exitCode).toBe(0);
  expect(await revisionOf('C-1')).toBe(0);
});

itEmbedded('what a killed engine left behind does not mislead it', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  await engine.client.accept('RegisterCustomer', { customerId: 'C-1' });
  await engine.kill();
  expect(JSON.parse(readFileSync(join(cwd, 'data/engine.json'), 'utf8'))).toMatchObject({ pid: engine.pid });
  expect(await revisionOf('C-1')).toBe(0);
});

it('a wrong key, no engine at the address and an unknown customer are each one sentence with the remedy', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  try {
    const wrong = await tenure(['status', '--url', engine.url], { cwd, environment: { TENURE_API_KEY: 'not-the-key-of-the-engine' } });
    expect([wrong.exitCode, wrong.stdout, wrong.stderr]).toEqual([1, '', expect.stringContaining('TENURE_API_KEY_FILE')]);
    const unknown = await tenure(['customer', 'C-404'], { cwd });
    expect([unknown.exitCode, unknown.stderr]).toEqual([1, expect.stringContaining('C-404')]);
  } finally {
    await engine.stop();
  }
  const nobody = await tenure(['status', '--url', engine.url], { cwd });
  expect([nobody.exitCode, nobody.stderr]).toEqual([1, expect.stringContaining('tenure start')]);
});

it('a key that was created opens what its role may, until it is revoked', async () => {
  const engine = await EngineProcess.start({ data: join(cwd, 'data') });
  try {
    const { token, keyId } = (await tenure(['keys', 'create', 'reports', '--roles', 'analyst', '--json'], { cwd })).json<{ token: string; keyId: string }>();
    const withKey = (...args: string[]) => tenure([...args, '--url', engine.url], { cwd, environment: { TENURE_API_KEY: token } });
    expect((await withKey('customers')).exitCode).toBe(0);
    expect(await withKey('command', 'RegisterCustomer', 'customerId=1')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('integrator') });
    expect((await tenure(['keys', 'revoke', keyId, '--reason', 'a test'], { cwd })).exitCode).toBe(0);
    expect((await withKey('customers')).exitCode).toBe(1);
    expect((await tenure(['keys', 'list', '--json'], { cwd })).stdout).not.toContain(token.slice(-20));
  } finally {
    await engine.stop();
  }
});

it('a verb that reads makes no data, and neither does a dry run', async () => {
  for (const args of [['retention'], ['customers'], ['history', 'C-1'], ['status'], ['keys', 'list'], ['export', 'customer-file']]) {
    const { exitCode, stdout, stderr } = await tenure(args, { cwd, environment: { TENURE_PROFILE: 'embedded' } });
    expect([exitCode, stdout, stderr]).toEqual([1, '', expect.stringContaining('There is no data in ./data')]);
  }
  writeFileSync(join(cwd, 'p.csv'), 'customer_id,occurred_at,amount\nC-1,2026-01-02,5\n');
  const dryRun = await tenure(['import', 'purchases', 'p.csv', '--currency', 'USD', '--dry-run', '--json'], {
    cwd,
    environment: { TENURE_PROFILE: 'embedded' },
  });
  expect(dryRun.json()).toMatchObject({ accepted: 1 });
  expect(readdirSync(cwd)).toEqual(['p.csv']);
});
