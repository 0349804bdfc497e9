import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let cwd: string;
let engine: EngineProcess;
beforeAll(async () => {
  cwd = temporaryFolder();
  engine = await EngineProcess.start({ data: join(cwd, 'data') });
}, 60_000);
afterAll(async () => {
  await engine.stop();
  removeTemporaryFolders();
});

const run = (kind: string, file: string, text: string, ...args: string[]) => {
  writeFileSync(join(cwd, file), text);
  return tenure(['import', kind, file, '--url', engine.url, ...args], { cwd });
};
const bad = 'customer_id,occurred_at,amount,order_id,original_order_id\nX,2026-06-10,-40,R1,O9\nX,2026-06-10,-41,R2,O8\nX,2026-06-31,1,O7,\n';

it('rows of which none is taken are a failure: counted reasons with an example, and the file they are in', async () => {
  const { exitCode, stdout, stderr } = await run('purchases', 'bad.csv', bad, '--currency', 'USD');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('2 x order-unknown, e.g. line 2: There is no purchase with order id O9');
  expect(stdout).toContain('1 x no-such-date, e.g. line 4:');
  expect(stderr).toContain('bad.errors.csv');
}, 60_000);

it('as one document of JSON, too', async () => {
  const { exitCode, json } = await run('purchases', 'bad.csv', bad, '--currency', 'USD', '--errors', 'again.csv', '--json');
  expect(exitCode).toBe(1);
  expect(json()).toMatchObject({
    read: 3,
    accepted: 0,
    rejected: 3,
    importId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    errorsFile: expect.stringContaining('again.csv'),
    reasons: [
      { reason: 'order-unknown', rows: 2, example: { line: 2 } },
      { reason: 'no-such-date', field: 'occurred_at', rows: 1, example: { line: 4 } },
    ],
  });
}, 60_000);

it('a second import of a known file is no failure, and a file without a row is one', async () => {
  const good = 'customer_id,occurred_at,amount,order_id\nY,2026-06-10,40,O1\n';
  for (const result of [
    { accepted: 1, duplicate: 0 },
    { accepted: 0, duplicate: 1 },
  ]) {
    const { exitCode, json } = await run('purchases', 'good.csv', good, '--currency', 'USD', '--json');
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({ ...result, repeated: 0, errorsFile: null, amount: [{ minor: 4000, currency: 'USD' }] });
  }
  const { exitCode, stderr } = await run('purchases', 'none.csv', 'customer_id,occurred_at,amount\n', '--currency', 'USD');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('No row was found');
}, 60_000);
