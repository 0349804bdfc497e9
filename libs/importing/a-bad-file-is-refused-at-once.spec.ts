import { imported } from './imported.js';

const good = 'customer_id,occurred_at,amount\n7,2026-01-02,10\n';

describe('a file that cannot be meant is refused before anything is recorded', () => {
  it.each<[string, string | Uint8Array, object, RegExp]>([
    ['an empty file', '', {}, /empty/],
    ['blank lines only', '\n \n', {}, /only blank lines/],
    ['a binary file', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), {}, /not a text file.*NUL/],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), {}, /old Excel workbook \(\.xls\).*save it as \.xlsx/],
    ['a PDF', '%PDF-1.7\n', {}, /PDF document: export the table/],
    ['a damaged .gz', Buffer.from('1f8b0800000000000003aaaa', 'hex'), {}, /packed with gzip and damaged or cut off/],
    [
      'a header in an encoding that one word does not tell',
      Buffer.from('customer_id,occurred_at,amount,Gr\xf6\xdfe\n7,2026-01-02,10,x\n', 'latin1'),
      {},
      /line 1 is not valid UTF-8.*--encoding windows-1252/,
    ],
    ['an encoding that there is not', good, { encoding: 'gb18003' }, /no encoding that is known, did you mean gb18030/],
    ['an encoding that the file contradicts', `\uFEFF${good}`, { encoding: 'gbk' }, /byte order mark of utf-8.*leave the encoding out/],
    ['a JSON array', '[{"customer_id":1}]', { format: 'ndjson' }, /each of its objects on a line of its own/],
    ['a JSON array of no name', '[{"customer_id":1}]', {}, /each of its objects on a line of its own/],
    ['JSON over several lines', '{\n  "customer_id": 1\n}\n', {}, /JSON over several lines: write each object on one line/],
    ['a mapped column that is not there', good, { map: { amount: 'amuont' } }, /no column "amuont", did you mean "amount"\?.*customer_id, occurred_at, amount/],
    [
      'a column number that is not there',
      '7 20260102 3',
      { format: 'columns', map: { customer_id: 1, occurred_at: 2, amount: 4 } },
      /no column 4, from 1 to 3/,
    ],
    ['a name for a file without names', '7 20260102 3', { format: 'columns', header: false, map: { customer_id: 'id' } }, /give its number, from 1 to 3/],
    ['two columns of one name', 'customer_id,occurred_at,amount,amount\n7,2026-01-02,1,2\n', { map: { amount: 'amount' } }, /two columns.*amount=3/],
    ['no column for a required field', 'id,occurred_at,amount\n', {}, /need customer_id.*--map customer_id=.*id, occurred_at, amount/],
    ['an unknown field', good, { map: { ammount: 'amount' } }, /no field "ammount", did you mean "amount"/],
    ['an unknown kind', good, { kind: 'purchase' }, /did you mean purchases/],
    ['no currency', good, { currency: undefined }, /--currency USD/],
    ['an unknown currency', good, { currency: 'dollars' }, /"dollars" is not an ISO 4217/],
    ['a date format without a month', good, { dateFormat: 'yyyy-mm-dd' }, /dateFormat "yyyy-mm-dd".*MM is the month/],
    ['an unknown time zone', good, { timeZone: 'Berlin' }, /"Berlin" is no time zone: give an IANA name such as Europe\/Berlin/],
  ])('%s', async (_, content, options, message) => {
    await expect(imported(content, options)).rejects.toThrow(expect.objectContaining({ name: 'ImportRefused', message: expect.stringMatching(message) }));
  });
});
