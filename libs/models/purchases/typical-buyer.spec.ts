import { typicalBuyer, typicalHistory } from './typical-buyer.js';

const row = (x: number, recencyDays: number, ageDays: number) => ({ x, recencyDays, ageDays });

describe('the typical customer who still buys', () => {
  it('is made of those who came back and were silent for at most three usual gaps', () => {
    const buying = [row(4, 80, 100), row(2, 60, 90), row(9, 90, 110)]; // silent for 1, 1 and 2 of their gaps
    const others = [row(0, 0, 900), row(1, 20, 800), row(50, 100, 700)];
    const typical = typicalBuyer([...buying, ...others])!;
    expect(typical).toEqual({ customers: 3, repeatPurchaseDays: 4, ageDays: 100, silence: 1 });
    const { x, tx, T } = typicalHistory(typical, 'week');
    expect([x, T, (x * (T - tx)) / tx]).toEqual([4, 100 / 7, expect.closeTo(1, 12)]);
  });

  it('is null where nobody still buys', () => {
    expect(typicalBuyer([row(0, 0, 5), row(1, 2, 900)])).toBeNull();
  });
});
