import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Imported, imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const codes = ({ rejected }: Imported): unknown[] => rejected.map(({ line, field, code }) => [line, field, code]);

describe('bad rows are left out with line, field and reason; the others go on', () => {
  it('in CSV', async () => {
    const sink = new MemorySink();
    const text = [
      'customer_id,occurred_at,amount,note',
      '1,2026-02-30,1,a',
      ',2026-01-02,1,b',
      '3,2026-01-02,1.0055,"c, d"',
      '4,02/01/2026,1,e',
      '5,2026-01-02,12 EUR,f',
      '6,2026-01-02,1,g',
      '7,2026-01-02,1,h,i',
      '8,2026-01-02,"1,j',
      '9,3026-01-02,1,k',
    ].join('\r\n');
    const first = await imported(text, {}, { sink });
    expect(codes(first)).toEqual([
      [2, 'occurred_at', 'no-such-date'],
      [3, 'customer_id', 'required'],
      [4, 'amount', 'fraction-of-minor-unit'],
      [5, 'occurred_at', 'ambiguous-date'],
      [6, 'amount', 'other-currency'],
      [8, null, 'wrong-column-count'],
      [9, null, 'unclosed-quote'],
      [10, 'occurred_at', 'occurred-in-future'],
    ]);
    expect(first.result).toMatchObject({ read: 9, accepted: 1, rejected: 8 });

    expect(codes(await imported(first.errorsFile, {}, { sink })).map((row) => (row as unknown[])[2])).toHaveLength(8);
    const mended = first.errorsFile
      .replace('1,2026-02-30', '1,2026-02-28')
      .replace('\n,2026', '\n2,2026')
      .replace('1.0055', '1.01')
      .replace('02/01/2026', '2026-01-02')
      .replace('12 EUR', '12')
      .replace(/^7,2026-01-02,1,h,(.*),i$/m, '7,2026-01-02,1,"h,i",$1')
      .replace(/^,,,,(9,,unclosed-quote.*),"8,2026-01-02,""1,j"$/m, '8,2026-01-02,1,j,$1')
      .replace('3026', '2025');
    const second = await imported(mended, {}, { sink });
    expect(second.rejected).toEqual([]);
    expect(second.result).toMatchObject({ read: 8, accepted: 8 });
    expect(sink.facts.filter(({ type }) => type === 'PurchaseRecorded')).toHaveLength(9);
  });

  it('in a file that a spreadsheet program has saved: every row as wide as the widest, a mark, semicolons, the columns in another order', async () => {
    const text = 'customer_id,occurred_at,amount,channel,note\n007,2026-02-30,1\n8,2026-01-02,x,web,"a ""b"""\n9,2026-01-02,1,web,a,b\n';
    const { errorsFile, result } = await imported(text);
    expect(result.rejected).toBe(3);
    const rows = parse(errorsFile, { relax_column_count: true }) as string[][];
    expect(rows.map((cells) => cells.length)).toEqual([9, 9, 9, 10]);
    expect(rows.slice(1).map((cells) => [...cells.slice(0, 6), ...cells.slice(9)])).toEqual([
      ['007', '2026-02-30', '1', '', '', '2'],
      ['8', '2026-01-02', 'x', 'web', 'a "b"', '3'],
      ['9', '2026-01-02', '1', 'web', 'a', '4', 'b'],
    ]);
    const saved = rows.map((cells) => [...cells, ...Array.from({ length: 10 - cells.length }, () => '')]);
    const again = await imported(`\uFEFF${stringify(saved, { delimiter: ';', record_delimiter: '\r\n' })}`);
    expect(codes(again).map((row) => (row as unknown[])[2])).toEqual(['no-such-date', 'not-a-number', 'wrong-column-count']);
    const mended = saved.map((cells) => cells.map((cell) => ({ '2026-02-30': '2026-02-28', x: '5', b: '' })[cell] ?? cell));
    const moved = mended.map((cells) => [...cells.slice(5, 9), ...cells.slice(0, 5)]);
    const sink = new MemorySink();
    expect((await imported(Buffer.from(`\uFEFF${stringify(moved, { delimiter: ';' })}`, 'utf16le'), {}, { sink })).result).toMatchObject({
      accepted: 3,
      rejected: 0,
    });
    expect(sink.facts.map(({ customerId }) => customerId)).toEqual(['007', '007', '8', '8', '9', '9']);
  });

  it('and has a mark for Excel where the file was not ASCII', async () => {
    expect((await imported('customer_id,occurred_at,amount\nZo\u00EB,never,1\n')).errorsFile.charCodeAt(0)).toBe(0xfeff);
    expect((await imported('customer_id,occurred_at,amount\nZoe,never,1\n')).errorsFile.charCodeAt(0)).not.toBe(0xfeff);
  });

  it('in NDJSON every property stays as it was written, an earlier reason excepted', async () => {
    const row = '{"customer_id":"1", "occurred_at":"never","amount":1,"n":12345678901234567890,"n":1.0,"import_errors":{}}';
    const first = await imported(row);
    expect(first.errorsFile.startsWith(`${row.slice(0, -1)},"import_error":{"line":1,`)).toBe(true);
    expect((await imported(first.errorsFile)).errorsFile).toBe(first.errorsFile);
  });

  it('and an errors file of an errors file is no wider', async () => {
    const first = await imported('customer_id,occurred_at,amount\n1,never,1\n');
    const second = await imported(first.errorsFile);
    expect(first.errorsFile.split('\n')[0]).toBe('customer_id,occurred_at,amount,import_line,import_field,import_code,import_reason');
    expect(second.errorsFile.split('\n').map((line) => line.split(',').length)).toEqual(first.errorsFile.split('\n').map((line) => line.split(',').length));
  });

  it('in NDJSON', async () => {
    const sink = new MemorySink();
    const rows = [
      '{"customer_id":1,"occurred_at":"2026-01-02","amount":"x"}',
      'null',
      '{"customer_id":12345678901234567890,"occurred_at":"2026-01-02","amount":1}',
      '{"customer_id":"2","occurred_at":"2026-01-02","amount":{"minor":1}}',
      '{"customer_id":"3","occurred_at":"2026-01-02","amount":1.1}',
      '{"customer_id":"4","occurred_at":"2026-01-0',
    ];
    const first = await imported(rows.join('\n'), {}, { sink });
    expect(codes(first)).toEqual([
      [1, 'amount', 'not-a-number'],
      [2, null, 'not-an-object'],
      [4, 'amount', 'wrong-type'],
      [6, null, 'truncated-json'],
    ]);
    const mended = first.errorsFile.replace('"x"', '1').replace('null\n', '').replace('{"minor":1}', '1').replace('"2026-01-0\n', '"2026-01-02","amount":2}\n');
    const second = await imported(mended, { format: 'ndjson' }, { sink });
    expect(second.result).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
  });

  it('in columns', async () => {
    const sink = new MemorySink();
    const options = { format: 'columns', map: { customer_id: 1, occurred_at: 2, amount: 3 }, dateFormat: 'yyyyMMdd' } as const;
    const first = await imported(' id  day  money\r\n 1 20260230  1\r\n 2 20260102\r\n 3 20260102  1.00\r\n', options, { sink });
    expect(codes(first)).toEqual([
      [2, 'occurred_at', 'no-such-date'],
      [3, 'amount', 'required'],
    ]);
    const still = await imported(first.errorsFile, options, { sink });
    expect(codes(still)).toEqual([
      [2, 'occurred_at', 'no-such-date'],
      [3, 'amount', 'required'],
    ]);
    const mended = still.errorsFile.replace('20260230', '20260228').replace('2 20260102', '2 20260102 5');
    expect((await imported(mended, options, { sink })).result).toMatchObject({ read: 2, accepted: 2 });
  });

  it('with the attribute named that does not fit', async () => {
    const { rejected } = await imported('customer_id,Branch\n7,' + 'x'.repeat(300) + '\n', { kind: 'customers', map: { 'attribute.sector': 'Branch' } });
    expect(rejected).toMatchObject([{ field: 'attribute.sector', code: 'wrong-attribute-value' }]);
  });
});
