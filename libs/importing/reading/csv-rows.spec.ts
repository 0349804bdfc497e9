import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { CsvRows } from './csv-rows.js';
import type { SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

const linesOf = (text: string): TextLine[] => text.split('\n').map((line, at) => ({ number: at + 1, text: line, problem: null }));
const read = (text: string, width: number | null = null): SourceRow[] =>
  new CsvRows(',', width === null ? null : { width, needed: 2, named: 'amount' }).read(linesOf(text), true);
const seen = (text: string, width: number | null = null): unknown[] => read(text, width).map(({ line, cells, problem }) => problem?.code ?? [line, ...cells]);

describe('rows of a CSV file', () => {
  it('may quote delimiters, quotes and line breaks', () => {
    expect(seen('a,"b,c"\n"5"" disc","two\nlines"\nd,')).toEqual([
      [1, 'a', 'b,c'],
      [2, '5" disc', 'two\nlines'],
      [4, 'd', ''],
    ]);
  });

  it('are what csv-stringify wrote, however they are cut into blocks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ') });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 5 }), (rows, size) => {
        const lines = linesOf(stringify(rows, { quoted: true, eof: false }));
        const reader = new CsvRows(',', { width: 3, needed: 3, named: 'amount' });
        const found: SourceRow[] = [];
        for (let at = 0; at < lines.length; at += size) found.push(...reader.read(lines.slice(at, at + size), false));
        found.push(...reader.read([], true));
        expect(found.map(({ cells, problem }) => problem ?? cells)).toEqual(rows.filter((cells) => cells.some((cell) => cell !== '')));
      }),
    );
  });

  it('cost no other row when a quote is never closed', () => {
    expect(seen('1,"open\n2,b\n3,"c"\n4,d', 2)).toEqual(['unclosed-quote', [2, '2', 'b'], [3, '3', 'c'], [4, '4', 'd']]);
  });

  it('cost no other row when two stray quotes make several lines look like one record', () => {
    expect(seen('1,5" disc\n2,b\n3,7" disc\n4,d', 2)).toEqual(['unclosed-quote', [2, '2', 'b'], 'unclosed-quote', [4, '4', 'd']]);
    expect(seen('1,a"b"\n2,"c"', 2)).toEqual(['stray-quote', [2, '2', 'c']]);
  });

  it('must have as many cells as the header, but for empty ones at the end, there or not', () => {
    expect(seen('1,2,3\n1,2\n1,2,,', 2)).toEqual(['wrong-column-count', [2, '1', '2'], [3, '1', '2', '', '']]);
    expect(seen('1,2\n1', 3)).toEqual([[1, '1', '2'], 'wrong-column-count']);
    expect(read('1,2,3\n1', 2).map(({ problem }) => problem?.reason)).toEqual([
      expect.stringContaining('put a value that contains the delimiter in quotes'),
      expect.stringContaining('ends before amount, column 2 of 2: add what is missing'),
    ]);
  });

  it('are none where there is nothing but delimiters', () => {
    expect(seen(',,\n , \n1,2\n,2', 2)).toEqual([
      [3, '1', '2'],
      [4, '', '2'],
    ]);
  });

  it('may hold texts that Excel was told to leave as they are', () => {
    expect(seen('="0123",="a,b",x="1\n"=""007""",="5""",=1')).toEqual(['unclosed-quote', [2, '007', '5"', '=1']]);
    expect(seen('="0123",="a,b",2')).toEqual([[1, '0123', 'a,b', '2']]);
  });
});
