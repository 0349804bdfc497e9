import { LeftOutRows } from './left-out-rows.js';
import { RowProblem } from './row-problem.js';

const leftOut = (line: number, text = '') => ({ source: { line, text, cells: [], problem: null }, problem: new RowProblem('code', null, 'reason') });

describe('rows that were left out', () => {
  it('are given back in the order of the file, once', () => {
    const rows = new LeftOutRows();
    rows.add([leftOut(3), leftOut(9)]);
    rows.add([leftOut(1), leftOut(4)]);
    expect(rows.take().map(({ source }) => source.line)).toEqual([1, 3, 4, 9]);
    expect(rows.take()).toEqual([]);
  });

  it('are not held without end', () => {
    const rows = new LeftOutRows();
    rows.add(Array.from({ length: 20 }, (_, at) => leftOut(at, 'x'.repeat(1 << 20))));
    expect(rows.areTooMany).toBe(true);
    rows.take();
    expect(rows.areTooMany).toBe(false);
    rows.add(Array.from({ length: 20_000 }, (_, at) => leftOut(at)));
    expect(rows.areTooMany).toBe(true);
  });
});
