import { RejectedRows } from './rejected-rows.js';
import { RowProblem } from './row-problem.js';

const rejected = (line: number, text = '') => ({ source: { line, text, cells: [], problem: null }, problem: new RowProblem('code', null, 'reason') });

describe('rows that were rejected', () => {
  it('are given back in the order of the file, once', () => {
    const rows = new RejectedRows();
    rows.add([rejected(3), rejected(9)]);
    rows.add([rejected(1), rejected(4)]);
    expect(rows.take().map(({ source }) => source.line)).toEqual([1, 3, 4, 9]);
    expect(rows.take()).toEqual([]);
  });

  it('are not held without end', () => {
    const rows = new RejectedRows();
    rows.add(Array.from({ length: 20 }, (_, at) => rejected(at, 'x'.repeat(1 << 20))));
    expect(rows.areTooMany).toBe(true);
    rows.take();
    expect(rows.areTooMany).toBe(false);
    rows.add(Array.from({ length: 20_000 }, (_, at) => rejected(at)));
    expect(rows.areTooMany).toBe(true);
  });
});
