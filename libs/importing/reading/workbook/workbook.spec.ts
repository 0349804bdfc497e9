import { imported } from '../../imported.js';
import { MemorySink } from '../../memory-sink.js';
import { withPlainDates } from './date-styles.js';
import { bomb, type MadeCell, madeWorkbook, number, text } from './made-workbook.js';
import { zipOf } from './zip.js';

const header = ['customer_id', 'occurred_at', 'amount', 'order_id', 'channel'].map(text);
const day = '46024';
const sheet = (...rows: (MadeCell | null)[][]) => madeWorkbook([{ name: 'Orders', rows: [header, ...rows] }]);

async function taken(content: Buffer, options: object = {}) {
  const sink = new MemorySink();
  const outcome = await imported(content, { fileName: 'orders.xlsx', ...options }, { sink });
  return { ...outcome, facts: sink.facts.filter(({ type }) => type === 'PurchaseRecorded') };
}

describe('a style of dates', () => {
  const styled = (code: string) => withPlainDates(`<numFmt numFmtId="164" formatCode="${code}"/>`).includes('yyyy\\-mm\\-dd');

  it.each([
    'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
    'yyyy年mm月dd日',
    '[$-407]d\\. mmmm yyyy;@',
    'dd&quot; of &quot;mmmm',
    'yyyy\\-mm\\-dd\\Thh:mm:ss.000',
    'h:mm AM/PM',
  ])('is one: %s', (code) => {
    expect(styled(code)).toBe(true);
  });

  it.each(['#,##0.00\\ &quot;€&quot;', '[Red]0.00', '0.00E+00', '[h]:mm:ss', '@', 'General', '&quot;days&quot; 0', '[$¥-804]#,##0'])('is none: %s', (code) => {
    expect(styled(code)).toBe(false);
  });
});

describe('a workbook', () => {
  it('is read with its cells as Excel shows them: days as days, times as times, all digits of a number', async () => {
    const { facts, result, source } = await taken(
      sheet(
        [number('12345678901234567'), number(day, 1), number('59.970000000000006', 3), text('0123'), { t: 'b', v: '1' }],
        [number('17'), number('46024.430555555555', 2), number('1.1E1'), number('1E3'), { t: 'str', v: 'web' }],
      ),
    );
    expect(facts.map(({ customerId, data }) => [customerId, data])).toMatchObject([
      ['12345678901234567', { amount: { minor: 5997 }, orderId: '0123', channel: 'true' }],
      ['17', { amount: { minor: 1100 }, orderId: '1000', channel: 'web' }],
    ]);
    expect([result.from, result.to].map((time) => time?.slice(0, 16))).toEqual([expect.stringContaining('2026-01-02'), '2026-01-02T10:20']);
    expect(source).toMatchObject({ format: 'xlsx', notes: [expect.stringMatching(/a cell with a whole number of 16 digits.*12345678901234567/)] });
  });

  it('takes a number cell for the number that it is, and asks about a text', async () => {
    const kuwait = { currency: 'KWD' };
    const { facts } = await taken(sheet([text('A'), number(day, 1), number('1.125'), number('2.125')], [text('B'), number(day, 1), number('12')]), kuwait);
    expect(facts.map(({ data }) => data)).toMatchObject([{ amount: { minor: 1125 }, orderId: '2.125' }, { amount: { minor: 12_000 } }]);
    await expect(taken(sheet([text('A'), number(day, 1), text('1.125')]), kuwait)).rejects.toThrow(/two ways/);
  });

  it('has its rows rejected by the sheet’s own numbers, into a CSV that goes in again', async () => {
    const file = sheet([text('A'), text('never'), number('1')], [], [text('B,"b"'), number(day, 1), null, text('007')]);
    const { rejected, errorsFile, result } = await taken(file);
    expect(rejected).toMatchObject([
      { line: 2, field: 'occurred_at' },
      { line: 4, field: 'amount', code: 'required' },
    ]);
    expect(result).toMatchObject({ read: 2, rejected: 2 });
    const mended = errorsFile.replace('never', '2026-01-05').replace('2026-01-02,,007', '2026-01-02,3.5,007');
    const { facts } = await taken(Buffer.from(mended), { fileName: 'orders.errors.csv' });
    expect(facts.map(({ customerId }) => customerId)).toEqual(['A', 'B,"b"']);
    expect(facts[1]?.data).toMatchObject({ orderId: '007', amount: { minor: 350 } });
  });

  it('has its dates read as dates whatever format its texts are said to have', async () => {
    const { facts } = await taken(sheet([text('A'), number(day, 1), number('1')], [text('B'), text('31/01/2026'), number('1')]), { dateFormat: 'dd/MM/yyyy' });
    expect(facts.map(({ customerId }) => customerId)).toEqual(['A', 'B']);
  });

  it('may have titles above its header, empty rows, and a dimension that its writer did not know yet', async () => {
    const rows = [[text('Orders of January')], [], header, [text('A'), number(day, 1), number('1')], []];
    const { facts, source } = await taken(madeWorkbook([{ name: 'x', rows, dimension: 'A1' }]));
    expect(facts).toHaveLength(1);
    expect(source.notes).toEqual([expect.stringMatching(/header is line 3/)]);
  });

  it('is read on the sheet that is asked for, else on the first that is not hidden, and that is said', async () => {
    const rows = (id: string) => [header, [text(id), number(day, 1), number('1')]];
    const file = madeWorkbook([
      { name: 'Lists', state: 'hidden', rows: [[text('x')]] },
      { name: 'Januar &amp; Februar', rows: rows('J') },
      { name: 'März', rows: rows('M') },
    ]);
    const first = await taken(file);
    expect(first.facts.map(({ customerId }) => customerId)).toEqual(['J']);
    expect(first.source.notes).toEqual(['sheet "Januar & Februar" is read, "März" not: --sheet says otherwise']);
    expect((await taken(file, { sheet: 'März' })).facts[0]?.customerId).toBe('M');
    expect((await taken(file, { sheet: '2' })).facts[0]?.customerId).toBe('J');
    await expect(taken(file, { sheet: 'Marz' })).rejects.toThrow(
      /no sheet "Marz", did you mean "März"\? The workbook has: 1 "Lists", 2 "Januar & Februar", 3 "März"/,
    );
  });

  it('is refused with the names of its other sheets where the one that was read is no table', async () => {
    const file = madeWorkbook([
      { name: 'About', rows: [[text('Orders of the shop')], [text('as of'), number(day, 1)]] },
      { name: 'Orders', rows: [header, [text('A'), number(day, 1), number('1')]] },
    ]);
    await expect(taken(file)).rejects.toThrow(/need customer_id.*This is about sheet "About"; there is "Orders" too: --sheet chooses/);
    expect((await taken(file, { sheet: 'Orders' })).facts).toHaveLength(1);
  });

  it('has its errors taken as empty cells: what may be empty goes in, and that is said', async () => {
    const error: MadeCell = { t: 'e', v: '#N/A' };
    const { rejected, facts, source } = await taken(sheet([text('A'), number(day, 1), number('1'), null, error], [error, number(day, 1), number('1')]));
    expect(facts).toHaveLength(1);
    expect(rejected).toMatchObject([{ line: 3, field: 'customer_id', code: 'required' }]);
    expect(source.notes).toEqual(['2 cells with an error such as #N/A, taken as empty']);
  });

  it.each<[string, () => Buffer, string, RegExp]>([
    ['a ZIP archive', () => zipOf([{ path: 'orders.csv', content: Buffer.from('x') }]), 'not-a-table', /ZIP archive: unpack it.*orders\.csv/],
    [
      'an .ods',
      () =>
        zipOf([
          { path: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
          { path: 'content.xml', content: Buffer.from('<x/>') },
        ]),
      'not-a-table',
      /OpenDocument/,
    ],
    ['a document', () => zipOf([{ path: 'word/document.xml', content: Buffer.from('<x/>') }]), 'not-a-table', /document/],
    ['an archive that is cut off', () => sheet().subarray(0, 900), 'damaged-archive', /damaged or cut off/],
    ['a workbook that unpacks to very much', () => withWorkbook(bomb('xl/worksheets/sheet1.xml', 20 << 20)), 'unpacks-to-too-much', /unpacks to/],
    ['a workbook that says it does not', () => withWorkbook(bomb('xl/worksheets/sheet1.xml', 20 << 20, 1000)), 'damaged-archive', /damaged/],
    ['a cell that no type has', () => sheet([{ t: 'q', v: '1' }]), 'workbook-not-read', /save it anew/],
  ])('is refused by name: %s', async (_, content, code, message) => {
    await expect(taken(content())).rejects.toMatchObject({ name: 'ImportRefused', code, message: expect.stringMatching(message) });
  });
});

/** The same archive with a workbook named in its directory too. */
function withWorkbook(archive: Buffer): Buffer {
  const other = zipOf([{ path: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }]);
  const directoryOf = (zip: Buffer) => zip.readUInt32LE(zip.length - 6);
  const shifted = Buffer.from(other.subarray(directoryOf(other), other.length - 22));
  shifted.writeUInt32LE(directoryOf(archive), 42);
  const end = Buffer.from(archive.subarray(archive.length - 22));
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(directoryOf(archive) + directoryOf(other), 16);
  return Buffer.concat([
    archive.subarray(0, directoryOf(archive)),
    other.subarray(0, directoryOf(other)),
    archive.subarray(directoryOf(archive), archive.length - 22),
    shifted,
    end,
  ]);
}
