import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schemas } from '@tenure/client';
import { tenure } from '../engine/command-line.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

type Analysis = Schemas['Analysis'];

const header = 'customer_id,occurred_at,amount,currency\n';
const files: Readonly<Record<string, string>> = {
  'empty.csv': '',
  'header.csv': header,
  'unknown.csv': 'a,b,c\n1,2,3\n',
  'no-currency.csv': 'customer_id,occurred_at,amount\nA,2026-01-01,5\n',
  'wrong-currency.csv': `${header}A,2026-01-01,5,XXQ\nB,2026-02-01,7,XXQ\n`,
  'one-customer.csv': `${header}A,2026-01-01,5,USD\nA,2026-02-01,7,USD\n`,
  'no-repeats.csv': `${header}${Array.from({ length: 300 }, (_, at) => `C-${at},2026-01-${String((at % 28) + 1).padStart(2, '0')},5,USD`).join('\n')}\n`,
  'two-currencies.csv': asCsv(inventedPurchases({ customers: 500, seed: 3 }))
    .split('\n')
    .map((line) => (/^C-004/.test(line) ? line.replace('USD', 'EUR') : line))
    .join('\n'),
  'some-bad.csv': `${header}A,2026-01-01,5,USD\nB,no day,7,USD\n,2026-01-01,7,USD\n`,
};

let cwd: string;
let temporary: string;
beforeAll(() => {
  [cwd, temporary] = [temporaryFolder(), temporaryFolder()];
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
});
afterAll(removeTemporaryFolders);
afterEach(() => {
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort());
});

const analyse = (...args: string[]) => tenure(['analyse', ...args], { cwd, environment: { TMPDIR: temporary } });

it.each([
  [['empty.csv'], 1, 'empty.csv is empty: there is nothing to import'],
  [['unknown.csv'], 2, '--map customer_id=COLUMN. The columns are: a, b, c'],
  [['no-currency.csv'], 2, 'amount has no currency: give one for the whole file, e.g. --currency USD'],
  [['one-customer.csv', '--currency', 'DOLLAR'], 2, '"DOLLAR" is not an ISO 4217 currency code: give one such as USD'],
  [['nowhere.csv'], 1, 'There is no nowhere.csv. Check the path.'],
  [['one-customer.csv', '--map', 'customer_id'], 2, '--map takes field=column'],
  [['one-customer.csv', '--present', '2126-01-01'], 2, '--present 2126-01-01 lies in the future'],
  [['one-customer.csv', '--present', 'today'], 2, '--present is "today": write a day such as 1997-09-30.'],
  [['one-customer.csv', '--url', 'http://127.0.0.1:1'], 2, '--url names an engine, and tenure analyse needs none: leave it out.'],
  [['one-customer.csv', '--data', 'here'], 2, '--data names a folder, and tenure analyse keeps nothing: leave it out.'],
])('%j is refused, with the remedy', async (args, exitCode, message) => {
  const refused = await analyse(...args);
  expect([refused.exitCode, refused.stdout]).toEqual([exitCode, '']);
  expect(refused.stderr).toContain(message);
  expect(refused.stderr).not.toMatch(/^ +at /m);
});

it.each([
  ['header.csv', 'No row was found: the file has nothing below its header.'],
  ['wrong-currency.csv', 'No row of the file was accepted: file.reasons says why.'],
])('%s gives a report without figures, and exit 1', async (name, why) => {
  const told = await analyse(name, '--json');
  const analysis = told.json<Analysis>();
  expect(told.exitCode).toBe(1);
  expect(analysis).toMatchObject({ present: null, retention: null, lifecycle: null, models: null, churnLikelihood: null, lifetimeValue: null, backtest: null });
  expect(new Set(Object.values(analysis.missing))).toEqual(new Set([why]));
});

it.each(['one-customer.csv', 'no-repeats.csv'])('%s gives retention and lifecycle, and says what models need', async (name) => {
  const told = await analyse(name, '--json');
  const { retention, lifecycle, missing } = told.json<Analysis>();
  expect([told.exitCode, retention!.cohorts.length, lifecycle!.periods[0]!.start]).toEqual([0, 1, '2026-01']);
  expect(Object.keys(missing)).toEqual(['models', 'churnLikelihood', 'lifetimeValue', 'backtest']);
  for (const why of Object.values(missing))
    expect(why).toMatch(/^A model of purchases is fitted from 200 customers and 200 repeat purchase days on; there are (1 and 1|300 and 0)\./);
  const page = await analyse(name);
  expect([page.exitCode, page.stdout.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining(`Who will leave? ${missing['churnLikelihood']}`)]);
});

it('rejected rows are shown with their reasons, and the others make the report', async () => {
  const { file } = (await analyse('some-bad.csv', '--json')).json<Analysis>();
  expect(file).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
  expect(file.rejectedRows.map(({ line, field, text }) => [line, field, text])).toEqual([
    [3, 'occurred_at', 'B,no day,7,USD'],
    [4, 'customer_id', ',2026-01-01,7,USD'],
  ]);
  const { exitCode, stdout } = await analyse('some-bad.csv');
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('2 rows were rejected:')]);
});

it('of several currencies values are in one, and the others are named', async () => {
  const { file, lifetimeValue } = (await analyse('two-currencies.csv', '--json')).json<Analysis>();
  expect(file.amount.map(({ currency }) => currency).sort()).toEqual(['EUR', 'USD']);
  expect(lifetimeValue).toMatchObject({
    list: { total: { customers: 400, totalValue: { currency: 'USD' } } },
    cells: { otherCurrencies: [{ currency: 'EUR', customers: 100 }] },
  });
  const { stdout } = await analyse('two-currencies.csv');
  expect(stdout.replace(/\s+/g, ' ')).toContain('Also paid in EUR (100 customers): nothing is converted');
}, 180_000);
