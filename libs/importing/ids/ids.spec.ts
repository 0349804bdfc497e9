import { imported } from '../imported.js';
import { MemorySink } from '../memory-sink.js';
import { idText } from './id-text.js';

const header = 'customer_id,occurred_at,amount,order_id';
const rowOf = (id: string, order = '') => `${id},2026-01-02,10,${order}`;
const file = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

async function customersOf(...ids: string[]) {
  const sink = new MemorySink();
  const outcome = await imported(file(...ids.map((id, at) => rowOf(id, `O${at}`))), {}, { sink });
  return { ...outcome, ids: [...new Set(sink.facts.map(({ customerId }) => customerId))] };
}

describe('an id in a cell', () => {
  it('loses what nobody sees around it, and that is said', async () => {
    const { ids, result } = await customersOf('7', '7\u200b', '\u200e7', '\ufeff7\u00a0', '\u2066 7\u2069', '\u00ad7\u2060', '7');
    expect(ids).toEqual(['7']);
    expect(result).toMatchObject({ accepted: 7, customers: 1, warnings: [{ code: 'invisible-characters-around-id', rows: 4, example: '7' }] });
    expect([idText('plain'), idText(' a b '), idText('\u3000Zoë\u202c')]).toEqual(['plain', 'a b', 'Zoë']);
  });

  it('is refused with such a character inside, which the reason shows', async () => {
    const { rejected, errorsFile } = await customersOf('a\u200bb', 'x\u202ey');
    expect(rejected).toMatchObject([
      { code: 'invisible-characters', field: 'customer_id', reason: expect.stringContaining('"a<U+200B>b"') },
      { code: 'invisible-characters' },
    ]);
    expect(errorsFile).toContain('a\u200bb,');
  });

  it.each(['NULL', 'null', '(null)', '\\N', 'NaN', 'nan', 'N/A', '#N/A', 'none', 'undefined', '#REF!'])('"%s" is none', async (id) => {
    const { rejected, result } = await customersOf(id, '8');
    expect(result).toMatchObject({ accepted: 1, rejected: 1 });
    expect(rejected).toMatchObject([{ code: 'no-id', field: 'customer_id' }]);
  });

  it('that stands for none is refused in other columns of ids too, and only there', async () => {
    const { rejected } = await imported(file(rowOf('1', 'NULL')));
    expect(rejected).toMatchObject([{ code: 'no-id', field: 'order_id', reason: expect.stringContaining('empty the cell') }]);
  });

  it.each(['Total', 'TOTAL:', 'Grand Total', 'Summe', 'Gesamt', '合计', '总计：', 'Subtotal'])('"%s" begins a line of sums, no customer', async (id) => {
    expect((await customersOf('1', id)).rejected).toMatchObject([{ line: 3, code: 'total-row' }]);
  });

  it('may be a word that has such a one in it', async () => {
    expect((await customersOf('Totally', 'null-7', 'Nanette', '1e5x', 'Summer')).result).toMatchObject({ accepted: 5, warnings: [] });
  });

  it('warns where a spreadsheet has shortened it, or where it is there in another spelling', async () => {
    const { result } = await customersOf('1.2E+15', '1.5e+12', 'ada', 'ADA', 'ada', 'Zo\u00eb', 'Zoe\u0308', '７', '7');
    expect(result.accepted).toBe(9);
    expect(result.warnings).toEqual([
      { code: 'id-in-scientific-notation', rows: 2, example: '1.2E+15', message: expect.any(String) },
      { code: 'ids-that-differ-in-case-or-form', rows: 3, example: 'ADA', message: expect.any(String) },
    ]);
  });
});
