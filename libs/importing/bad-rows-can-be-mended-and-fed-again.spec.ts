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
      .replace('h,i', '"h,i"')
      .replace('"1,j', '1,j')
      .replace('3026', '2025');
    const second = await imported(mended, {}, { sink });
    expect(second.rejected).toEqual([]);
    expect(second.result).toMatchObject({ read: 8, accepted: 8 });
    expect(sink.facts.filter(({ type }) => type === 'PurchaseRecorded')).toHaveLength(9);
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
