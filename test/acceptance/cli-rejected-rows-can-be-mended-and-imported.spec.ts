import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

let cwd: string;
let engine: EngineProcess;
beforeAll(async () => {
  cwd = temporaryFolder();
  engine = await EngineProcess.start({ data: join(cwd, 'data') });
});
afterAll(async () => {
  await engine.stop();
  removeTemporaryFolders();
});

const write = (name: string, text: string | Buffer) => writeFileSync(join(cwd, name), text);
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const header = 'customer_id,occurred_at,amount,currency,order_id\n';

it('bad rows go to the errors file with line and reason; mended there and imported, they are taken', async () => {
  write('orders.csv', `${header}a,2024-01-01,10.00,USD,1\nb,2024-02-30,3.00,USD,2\nc,2024-02-01,1.005,USD,3\n`);
  const first = await tenure(['import', 'purchases', 'orders.csv', '--json'], { cwd });
  expect(first.json()).toMatchObject({ read: 3, accepted: 1, duplicate: 0, rejected: 2 });
  expect([first.exitCode, first.stderr]).toEqual([0, expect.stringContaining('2 rows were rejected: see orders.errors.csv')]);
  const errors = read('orders.errors.csv');
  expect(errors).toMatch(/^b,2024-02-30,3\.00,USD,2,3,occurred_at,/m);
  write('orders.errors.csv', errors.replace('2024-02-30', '2024-02-29').replace('1.005', '1.00'));
  expect((await tenure(['import', 'purchases', 'orders.errors.csv', '--json'], { cwd })).json()).toMatchObject({ read: 2, accepted: 2, rejected: 0 });
  expect((await tenure(['import', 'purchases', 'orders.csv', '--json', '--errors', 'again.csv'], { cwd })).json()).toMatchObject({
    accepted: 0,
    duplicate: 1,
    rejected: 2,
  });
  expect(read('again.csv').split('\n')).toHaveLength(4);
});

it('a dry run records nothing, and stdin is a file too', async () => {
  const stdin = `${header}d,2024-01-01,10.00,USD,4\n`;
  const dry = await tenure(['import', 'purchases', '-', '--dry-run', '--json'], { cwd, stdin });
  expect(dry.json()).toMatchObject({ accepted: 1, dryRun: { checked: expect.any(String) } });
  expect((await engine.client.ask('/v1/customers/d/events')).status).toBe(404);
  expect((await tenure(['import', 'purchases', '-', '--json'], { cwd, stdin })).json()).toMatchObject({ accepted: 1 });
});

it.each([
  ['a file that is not there', ['none.csv'], 1, 'none.csv'],
  ['a folder', ['.'], 1, 'folder'],
  ['a binary file', ['binary.csv'], 1, 'ZIP archive'],
  ['an empty file', ['empty.csv'], 1, 'empty'],
  ['a column that is not there', ['orders.csv', '--map', 'amount=amnt'], 2, 'amnt'],
  ['a field that is not there', ['orders.csv', '--map', 'ammount=amount'], 2, 'did you mean "amount"'],
  ['a mapping that is none', ['orders.csv', '--map', 'amount'], 2, '--map takes field=column'],
  ['a date format that is none', ['orders.csv', '--date-format', 'YYYY'], 2, 'yyyy'],
  ['a currency that is none', ['orders.csv', '--currency', 'XXQ'], 2, 'XXQ'],
])('%s is refused by name, and nothing is recorded', async (_case, args, exitCode, sentence) => {
  const before = await engine.client.events();
  write('orders.csv', `${header}e,2024-01-01,10.00,USD,5\n`);
  write('binary.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 10, 0, 0]));
  write('empty.csv', '');
  const refused = await tenure(['import', 'purchases', ...args], { cwd });
  expect(refused).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(sentence) });
  expect(refused.stderr).not.toMatch(/^\s+at /m);
  expect(await engine.client.events()).toEqual(before);
});
