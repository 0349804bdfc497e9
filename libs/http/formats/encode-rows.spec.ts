import type { RowEncoding } from '@tenure/querying';
import { encodeRows } from './encode-rows.js';

async function encoded(value: string | number | null, format: Partial<RowEncoding> = {}): Promise<string> {
  let text = '';
  for await (const piece of encodeRows([{ cell: value }], { format: 'csv', raw: false, bom: false, ...format }, ['cell']))
    text += Buffer.from(piece.bytes).toString();
  return text.replace(/^\uFEFF?cell\r\n/, '').replace(/\r\n$/, '');
}

it.each(['=1+1', '+49 30 1234', '-1+cmd', '@SUM(A1)', '\tx', '\rx', '\uFF1D1+1', '-', '-1.5.2', '-1e5'])(
  'a text that a spreadsheet would run, %j, is guarded for people and raw on request',
  async (text) => {
    const quoted = (inner: string) => (/[\r\n,"]/.test(inner) ? `"${inner}"` : inner);
    expect(await encoded(text)).toBe(quoted(`'${text}`));
    expect(await encoded(text, { raw: true })).toBe(quoted(text));
  },
);

it.each([-5, -12.5, '-12.50', '-7', 'C-1001', '2026-01-01'])('%j stays what it is', async (value) => {
  expect(await encoded(value)).toBe(String(value));
});

it('no rows have a header all the same, after the mark', async () => {
  let text = '';
  for await (const piece of encodeRows([], { format: 'csv', raw: false, bom: true }, ['a', 'b'])) text += Buffer.from(piece.bytes).toString();
  expect(text).toBe('\uFEFFa,b\r\n');
});
