import type { ImportOptions } from '../import-options.js';
import { imported } from '../imported.js';
import { MemorySink } from '../memory-sink.js';

const header = 'Kunde,Datum,Betrag,Bestellnummer';
const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
/** Two orders of each customer, on different days. */
const usual = { customer: (at: number) => `K${at >> 1}`, date: day, amount: (at: number) => `${10 + at}.50` };

function file(rows: number, odd: Partial<typeof usual> = {}): string {
  const { customer, date, amount } = { ...usual, ...odd };
  return `${[header, ...Array.from({ length: rows }, (_, at) => `${customer(at)},${date(at)},${amount(at)},O${at}`)].join('\n')}\n`;
}

const warnings = async (text: string, options: Partial<ImportOptions> = {}) => (await imported(text, options)).result.warnings;

it.each<[string, string, object]>([
  [
    'all on one day',
    file(20, { date: () => '2026-01-02' }),
    { code: 'all-on-one-day', rows: 20, example: '2026-01-02', message: expect.stringMatching(/Datum is not when .*--map occurred_at=COLUMN/) },
  ],
  ['before 1970', file(4, { date: () => '1900-01-01' }), { code: 'mostly-before-1970', rows: 4, message: expect.stringContaining('--date-format') }],
  ['before all records', file(4, { date: () => '0001-01-01' }), { code: 'mostly-before-1970', rows: 4, example: 'line 2' }],
  [
    'in the future',
    file(5, { date: (at) => (at < 3 ? '2062-01-02' : day(at)) }),
    { code: 'mostly-in-the-future', rows: 3, message: expect.stringMatching(/3 of 5 rows .*--date-format/) },
  ],
  [
    'of nothing',
    file(3, { amount: () => '0.00' }),
    { code: 'all-amounts-zero', rows: 3, message: expect.stringMatching(/Betrag is not what was paid: .*--map amount=COLUMN/) },
  ],
  [
    'all returns',
    file(3, { amount: (at) => `-${at + 1}` }),
    { code: 'all-amounts-negative', rows: 3, message: expect.stringContaining('negative amounts are returns') },
  ],
  [
    'mostly of one customer',
    file(30, { customer: (at) => (at % 3 ? 'CASH CUSTOMER' : `K${at}`) }),
    { code: 'one-customer-for-most', rows: 20, example: 'CASH CUSTOMER', message: expect.stringMatching(/20 of 30 facts .*--where 'Kunde!=CASH CUSTOMER'/) },
  ],
  [
    'mostly of one customer whose name a shell would read otherwise',
    file(30, { customer: (at) => (at % 3 ? "CASH 'N' CARRY" : `K${at}`) }),
    { code: 'one-customer-for-most', message: expect.stringContaining(`--where 'Kunde!=CASH '\\''N'\\'' CARRY'`) },
  ],
])('facts that are %s', async (_, text, expected) => {
  expect(await warnings(text)).toMatchObject([expected]);
});

it.each<[string, string]>([
  ['a usual file', file(60)],
  ['a file of a day, but a short one', file(19, { date: () => '2026-01-02' })],
  ['a file with a date of long ago', file(30, { date: (at) => (at === 0 ? '1900-01-01' : day(at)) })],
  ['a file with free orders and returns', file(30, { amount: (at) => ['0', '-5', '10'][at % 3] as string })],
  ['a file with one good customer', file(30, { customer: (at) => (at % 2 ? 'K1' : `K${at}`) })],
  ['two refunds', file(2, { amount: () => '-5' })],
])('nothing is said of %s', async (_, text) => {
  expect(await warnings(text)).toEqual([]);
});

it('returns that say that they are some are nothing to warn of', async () => {
  const text = 'Kunde,Datum,Betrag,Bestellnummer,Originalbestellung\n' + [1, 2, 3].map((at) => `7,2026-01-0${at},-5,R${at},\n`).join('');
  expect(await warnings(text)).toEqual([]);
});

it('a date of registration that comes too late is said, and the rest of the row holds', async () => {
  const sink = new MemorySink();
  await imported('customer_id,occurred_at,amount\n7,2026-01-02,10\n8,2026-03-01,10\n', {}, { sink });
  const list = 'customer_id,since,region\n7,2026-02-01,north\n8,2026-03-01,south\n9,2026-02-01,east\n';
  const options = { kind: 'customers', map: { occurred_at: 'since' } };
  for (const accepted of [3, 0]) {
    const { result } = await imported(list, options, { sink });
    expect(result).toMatchObject({ accepted, rejected: 0, customers: 3 });
    expect(result.warnings).toMatchObject([{ code: 'registered-at-another-date', rows: 1, example: '7', message: expect.stringContaining('than since says') }]);
  }
  const { rejected } = await imported('customer_id,since\n7,2062-02-01\n10,2062-02-01\n', options, { sink });
  expect(rejected.map(({ code }) => code)).toEqual(['occurred-in-future', 'occurred-in-future']);
});

it('leaving out the customer who stands for many does what the warning says', async () => {
  const text = file(30, { customer: (at) => (at % 3 ? 'CASH CUSTOMER' : `K${at % 2}`) });
  expect(await warnings(text, { where: ['Kunde!=CASH CUSTOMER'] })).toEqual([]);
});
