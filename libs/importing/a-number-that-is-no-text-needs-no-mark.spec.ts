import fc from 'fast-check';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';
import { type MadeCell, madeWorkbook, number, text } from './reading/workbook/made-workbook.js';

const header = ['customer_id', 'occurred_at', 'amount', 'quantity', 'note'].map(text);
const workbook = (...amounts: (MadeCell | null)[]) =>
  madeWorkbook([{ name: 'Orders', rows: [header, ...amounts.map((amount, at) => [text(`K${at}`), text('2026-01-02'), amount])] }]);
const ndjson = (...amounts: string[]) => amounts.map((amount, at) => `{"customer_id":"K${at}","occurred_at":"2026-01-02","amount":${amount}}\n`).join('');

async function taken(content: string | Uint8Array, options: object = {}) {
  const sink = new MemorySink();
  const fileName = typeof content === 'string' ? 'orders.ndjson' : 'orders.xlsx';
  const outcome = await imported(content, { fileName, currency: 'EUR', ...options }, { sink });
  const inOrder = sink.facts.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  const minor = inOrder.flatMap(({ type, data }) => {
    const sign = { PurchaseRecorded: 1, PurchaseReturned: -1 }[type as string];
    return sign === undefined ? [] : [sign * (data as { readonly amount: { readonly minor: number } }).amount.minor];
  });
  return { ...outcome, minor };
}

it('stands beside texts with a decimal comma, which alone decide the mark', async () => {
  const sheet = await taken(workbook(text('19,90'), number('1234.5'), number('1.234'), text('1.234,50'), number('59.97000000000001')));
  expect(sheet).toMatchObject({ minor: [1990, 123_450, 123_450, 5997], result: { rejected: 1, understood: { amount: 'decimal comma' } } });
  expect(sheet.rejected[0]?.reason).toContain('1.234');
  const lines = await taken(ndjson('"19,90"', '1234.5', '"1.234,50"', '1e2', '-0.5'));
  expect(lines).toMatchObject({ minor: [1990, 123_450, 123_450, 10_000, -50], result: { rejected: 0, understood: { amount: 'decimal comma' } } });
});

it('is taken whatever --decimal says of the texts', async () => {
  for (const decimal of [',', '.'] as const) {
    expect((await taken(workbook(number('12.5'), number('1234.56')), { decimal })).minor).toEqual([1250, 123_456]);
    expect((await taken(ndjson('12.5', '1234.56', '1E-1'), { decimal })).minor).toEqual([1250, 123_456, 10]);
  }
});

it('keeps all digits that the file has, and none that floating point adds', async () => {
  const kept = async (amount: string, options: object = {}) => {
    const { minor, rejected } = await taken(ndjson(amount), { currency: 'JPY', ...options });
    return minor[0] ?? rejected[0]?.code;
  };
  expect(await kept('9007199254740')).toBe(9_007_199_254_740);
  expect(await kept('9007199254740991')).toBe('amount-too-large');
  expect(await kept('9007199254740993')).toBe('too-large');
  expect(await kept('1e21')).toBe('too-large');
  expect(await kept('-0')).toBe(0);
  expect(await kept('-0.00')).toBe(0);
  expect(await kept('0.00')).toBe(0);
  expect(await kept('1.5E+2')).toBe(150);
  expect(await kept('0.30000000000000004', { currency: 'EUR' })).toBe(30);
  expect(await kept('1.5E+02, "quantity": 0.30000000000000004')).toBe(150);
});

it('is quoted in a message as it stands in the file', async () => {
  const { rejected } = await taken(workbook(number('1.125'), text('1,50')));
  expect(rejected).toMatchObject([{ code: 'fraction-of-minor-unit', reason: expect.stringMatching(/1\.125/) }]);
  expect(JSON.stringify(rejected)).not.toMatch(/1\.1250|\uFDD0/);
});

it('goes into the errors file as the texts of its column are written, and in again with what the result says', async () => {
  const row = (id: string, day: string, amount: MadeCell) => [text(id), text(day), amount, number('1.5'), number('0.125')];
  const rows = [row('A', 'never', number('1234.5')), row('B', 'never', text('19,90')), row('C', '2026-01-02', text('3,75'))];
  const { errorsFile, result, minor } = await taken(madeWorkbook([{ name: 'x', rows: [header, ...rows] }]));
  expect(minor).toEqual([375]);
  expect(errorsFile).toContain('A,never,"1234,5","1,5",0.125,');
  expect(errorsFile).toContain('B,never,"19,90","1,5",0.125,');
  const again = await taken(Buffer.from(errorsFile.replaceAll('never', '2026-01-01')), { ...result.readAs, fileName: 'orders.errors.csv' });
  expect(again).toMatchObject({ minor: [123_450, 1990], result: { rejected: 0 } });
});

it('has its errors file go in again where nothing but such numbers stands in a column', async () => {
  const { errorsFile, result } = await taken(madeWorkbook([{ name: 'x', rows: [header, [text('A'), text('never'), number('1.125')]] }]), { currency: 'KWD' });
  expect(result.readAs).toMatchObject({ decimal: '.' });
  const again = await taken(Buffer.from(errorsFile.replace('never', '2026-01-01')), { ...result.readAs, currency: 'KWD', fileName: 'x.csv' });
  expect(again.minor).toEqual([1125]);
});

it('is no amount where it is a truth or an error, and a condition compares it as it stands', async () => {
  const { rejected, minor } = await taken(workbook({ t: 'b', v: '1' }, { t: 'e', v: '#N/A' }, number('0.15'), number('7.125')), { where: ['amount!=7.125'] });
  expect(rejected).toMatchObject([{ code: 'not-a-number' }, { code: 'required' }]);
  expect(minor).toEqual([15]);
});

it('is the same row as a text that says the same', async () => {
  const sink = new MemorySink();
  const options = { currency: 'EUR', fileName: 'orders.ndjson' };
  await imported(ndjson('1234.5', '12.25', '1e2'), options, { sink });
  const { result } = await imported(ndjson('"1234,5"', '"12,25"', '100'), options, { sink });
  expect(result).toMatchObject({ accepted: 0, duplicate: 3 });
});

it('is taken exactly, whatever texts stand beside it', async () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 }).filter((minor) => minor !== 0);
  await fc.assert(
    fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 8 }), fc.constantFrom('"7,25"', '"7.25"', '7'), async (amounts, beside) => {
      const { minor, result } = await taken(ndjson(beside, ...amounts.map((minor) => JSON.stringify(minor / 100))));
      expect(result.rejected).toBe(0);
      expect(minor.slice(1)).toEqual(amounts);
    }),
    { numRuns: 50 },
  );
});
