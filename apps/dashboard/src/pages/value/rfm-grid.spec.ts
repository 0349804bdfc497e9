import { bestCell, type Cell, gridOf } from './rfm-grid.js';

const cell = (recency: number, frequency: number, monetary: number, mean: number | null, customers = 2): Cell => ({
  recency,
  frequency,
  monetary,
  customers,
  meanValue: mean === null ? null : { minor: mean, currency: 'EUR' },
  totalValue: { minor: (mean ?? 0) * customers, currency: 'EUR' },
});
const groups = { recency: 2, frequency: 1, monetary: 2 };
const cells = [cell(1, 1, 1, null, 0), cell(1, 1, 2, 100), cell(2, 1, 1, 25), cell(2, 1, 2, 400)];

describe('the grid of recency, frequency and monetary value', () => {
  it('begins with the highest groups, and finds each cell', () => {
    const grid = gridOf({ groups, cells });
    expect(grid.recencies).toEqual([2, 1]);
    expect(grid.columns).toEqual([
      { frequency: 1, monetary: 2 },
      { frequency: 1, monetary: 1 },
    ]);
    expect(grid.at(2, 1, 1)).toBe(cells[2]);
  });

  it('is shaded by the root of the mean value, and not at all for nobody', () => {
    const { shade } = gridOf({ groups, cells });
    expect(cells.map(shade)).toEqual([0, 0.5, 0.25, 1]);
    expect(gridOf({ groups, cells: [cells[0]!] }).shade(cells[0]!)).toBe(0);
  });

  it('tells the share of the highest group in the value of all, of those who bought once too', () => {
    const noRepeat = { customers: 1, meanValue: { minor: 550, currency: 'EUR' }, totalValue: { minor: 550, currency: 'EUR' } };
    expect(bestCell({ groups, cells, noRepeat })).toEqual({ cell: cells[3], share: 800 / 1600 });
    expect(bestCell({ groups, cells: [], noRepeat: null })).toBeNull();
  });
});
