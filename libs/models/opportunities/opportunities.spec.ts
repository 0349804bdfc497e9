import { groupOpportunities, opportunityHistory } from '../index.js';

describe('opportunities', () => {
  it('a history counts what was taken, and which was the last', () => {
    expect(opportunityHistory([true, false, true, false])).toEqual({ x: 2, tx: 3, n: 4 });
    expect(opportunityHistory([false, false])).toEqual({ x: 0, tx: 0, n: 2 });
    expect(opportunityHistory([])).toEqual({ x: 0, tx: 0, n: 0 });
  });

  it('equal histories are counted, in order of appearance', () => {
    const rows = [
      [2, 3, 4],
      [0, 0, 100_000],
      [2, 3, 4],
      [2, 3, 5],
    ].map(([x, tx, n]) => ({ x: x!, tx: tx!, n: n! }));
    expect(groupOpportunities(rows)).toEqual({
      x: Int32Array.of(2, 0, 2),
      tx: Int32Array.of(3, 0, 3),
      n: Int32Array.of(4, 100_000, 5),
      weight: Float64Array.of(2, 1, 1),
    });
  });

  it.each([
    { x: 3, tx: 2, n: 5 },
    { x: 1, tx: 0, n: 5 },
    { x: 0, tx: 1, n: 5 },
    { x: 1, tx: 6, n: 5 },
    { x: 1.5, tx: 2, n: 5 },
    { x: -1, tx: 2, n: 5 },
    { x: 1, tx: 2, n: NaN },
  ])('refuses $x taken, the last at $tx of $n', (row) => {
    expect(() => groupOpportunities([row])).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
