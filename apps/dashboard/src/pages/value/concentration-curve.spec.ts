import fc from 'fast-check';
import { type Concentration, curveOf } from './concentration-curve.js';

const top = (shareOfCustomers: number, shareOfValue: number): Concentration['top'][number] => ({
  percent: 1,
  customers: 1,
  shareOfCustomers,
  shareOfValue,
  value: { minor: 1, currency: 'EUR' },
  downTo: 'C-1',
});

describe('the curve of concentration', () => {
  it('begins with the most valuable, and ends with all customers and all value', () => {
    const lorenz = [
      { shareOfCustomers: 0, shareOfValue: 0 },
      { shareOfCustomers: 0.5, shareOfValue: 0.25 },
      { shareOfCustomers: 1, shareOfValue: 1 },
    ];
    expect(curveOf({ lorenz, top: [top(0.25, 0.5)] })).toEqual([
      { customers: 0, value: 0 },
      { customers: 0.25, value: 0.5 },
      { customers: 0.5, value: 0.75 },
      { customers: 1, value: 1 },
    ]);
  });

  it('never falls', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (values) => {
        const rising = values.toSorted((one, other) => one - other);
        const all = rising.reduce((sum, value) => sum + value, 0) || 1;
        const lorenz = [...rising, 0].map((_, at) => ({
          shareOfCustomers: at / rising.length,
          shareOfValue: rising.slice(0, at).reduce((sum, value) => sum + value, 0) / all,
        }));
        const curve = curveOf({ lorenz, top: [] });
        expect(curve.slice(1).every(({ value }, at) => value >= curve[at]!.value - 1e-12)).toBe(true);
      }),
    );
  });
});
