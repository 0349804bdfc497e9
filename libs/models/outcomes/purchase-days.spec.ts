import { outcomesAfter, packPurchaseDays, thinned } from './purchase-days.js';

const all = packPurchaseDays([[1, 5, 9], [2], [], [3, 40], [7], [8, 9]]);

describe('packed purchase days', () => {
  it('say who had bought by a day, and who stayed silent after it', () => {
    const { known, silent, silentCustomers } = outcomesAfter(all, 7, 30);
    expect(known).toEqual([
      { x: 1, recencyDays: 4, ageDays: 6 },
      { x: 0, recencyDays: 0, ageDays: 5 },
      { x: 0, recencyDays: 0, ageDays: 4 },
      { x: 0, recencyDays: 0, ageDays: 0 },
    ]);
    expect([[...silent], silentCustomers]).toEqual([[0, 1, 1, 1], 3]); // day 40 is beyond day 37
    expect([...outcomesAfter(all, 7, 33).silent]).toEqual([0, 1, 0, 1]);
  });

  it('are thinned to every n-th customer', () => {
    expect(thinned(all, 5)).toBe(all);
    expect(thinned(all, 3)).toEqual(
      packPurchaseDays([
        [1, 5, 9],
        [3, 40],
        [8, 9],
      ]),
    );
    expect(thinned(all, 1)).toEqual(packPurchaseDays([[1, 5, 9]]));
  });
});
