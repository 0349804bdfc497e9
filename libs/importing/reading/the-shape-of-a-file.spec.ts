import { imported } from '../imported.js';
import { MemorySink } from '../memory-sink.js';

const rows = 'C1;2026-01-02;12.50;web\nC2;2026-01-03;10;\n';
const header = 'customer_id;occurred_at;amount;channel\n';

async function taken(text: string, options: object = {}) {
  const sink = new MemorySink();
  const { result, source, rejected } = await imported(text, options, { sink });
  const purchases = sink.facts.filter(({ type }) => type === 'PurchaseRecorded');
  return { result, source, rejected, read: purchases.map(({ customerId, data }) => [customerId, (data as { amount: { minor: number } }).amount.minor]) };
}

const both = [
  ['C1', 1250],
  ['C2', 1000],
];

describe('the shape of a file', () => {
  it.each<[string, string, RegExp]>([
    ['a line that tells Excel the delimiter', `sep=;\n${header}${rows}`, /sep=;, names the delimiter/],
    ['the same with a tab', `"sep=\t"\r\n${header}${rows}`.replaceAll(';', '\t'), /names the delimiter/],
    ['a title', `Orders, January 2026\n${header}${rows}`, /a line above the header was passed over, the header is line 2/],
    ['a title and blank lines', `\nOrders of the shop;;;\n\n;;;\n${header}${rows}`, /above the header.*header is line 5/],
    ['what is above the statement of a bank', `Account;DE02 1203\nPeriod;2026-01-01;2026-01-31\nBalance;1.000,50;EUR\n\n${header}${rows}`, /header is line 5/],
  ])('%s is passed over, and that is said', async (_, text, note) => {
    const { read, source, result } = await taken(text);
    expect(read).toEqual(both);
    expect(source.notes).toEqual([expect.stringMatching(note)]);
    expect(result.notes).toEqual(source.notes);
  });

  it('line numbers are those of the file', async () => {
    const { rejected } = await taken(`Title\n\n${header}C1;never;1;\n`);
    expect(rejected).toMatchObject([{ line: 4, field: 'occurred_at' }]);
  });

  it('as many lines are skipped as are said, and none of an errors file', async () => {
    const text = `customer_id;occurred_at;amount;channel\nno;header;at;all\n${header}${rows}C3;never;1;\n`;
    expect((await taken(text, { skipLines: 2 })).read).toEqual(both);
    const { errorsFile } = await imported(text, { skipLines: 2 });
    expect((await taken(errorsFile.replace('never', '2026-01-04'), { skipLines: 2 })).read).toEqual([['C3', 100]]);
    const numbered = { header: false, map: { customer_id: 1, occurred_at: 2, amount: 3 }, skipLines: 1 };
    expect((await taken(`Title of it\n${rows}`, numbered)).read).toEqual(both);
  });

  it('names in the header may have line breaks, marks and spaces of every kind', async () => {
    const strange = '\uFEFF" customer_id\u200b";"\u00a0occurred_at";amount\u2060;"sales\r\nchannel"\n';
    const { read, source } = await taken(strange + rows);
    expect(read).toEqual(both);
    expect(source.columns).toEqual(['customer_id', 'occurred_at', 'amount', 'sales channel']);
  });

  it('columns that are not used are named', async () => {
    const { source, result } = await taken(`customer_id;occurred_at;amount;Colour;;Size\nC1;2026-01-02;12.50;red;;\nC2;2026-01-03;10\n`);
    expect([source.unusedColumns, result.unusedColumns]).toEqual([
      ['Colour', 'Size'],
      ['Colour', 'Size'],
    ]);
  });

  it('two columns of one name are refused where one of them is needed', async () => {
    const twice = 'customer_id;occurred_at;amount;Amount;x;x\nC1;2026-01-02;12.50;9;;\nC2;2026-01-03;10;9;;\n';
    await expect(taken(twice)).rejects.toMatchObject({ code: 'ambiguous-column', message: expect.stringContaining('columns 3, 4') });
    expect((await taken(twice, { map: { amount: 3 } })).read).toEqual(both);
  });

  it('delimiters at the end of each line are no cells, and a row may end before cells that are empty', async () => {
    expect((await taken(`customer_id;occurred_at;amount;channel\nC1;2026-01-02;12.50;;;;\nC2;2026-01-03;10\n`)).read).toEqual(both);
  });

  it('the delimiter is what cuts most lines alike, whatever stands in the header or a cell', async () => {
    expect((await taken('customer_id;occurred_at;amount;"a, b, c, d, e"\nC1;2026-01-02;12.50;"1, 2, 3, 4"\nC2;2026-01-03;10;x')).read).toEqual(both);
    expect((await taken('customer_id|occurred_at|amount|tags\nC1|2026-01-02|12.50|a;b\nC2|2026-01-03|10|c;d;e')).read).toEqual(both);
  });

  it.each<[string, string, RegExp]>([
    ['a web page', '<!DOCTYPE html><html><body><table><tr><td>customer_id</td>', /web page, no table: .*log in again/],
    ['an XML workbook', '<?xml version="1.0"?>\n<Workbook>', /XML document, no table/],
  ])('%s is refused by name', async (_, text, message) => {
    await expect(taken(text)).rejects.toThrow(message);
  });

  it('a header alone is a file without rows', async () => {
    expect((await taken(header)).result).toMatchObject({ read: 0, accepted: 0 });
  });
});
