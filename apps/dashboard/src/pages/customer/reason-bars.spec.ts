import { reasonBars } from './reason-bars.js';

const of = (...contributions: number[]) => reasonBars(contributions.map((contribution) => ({ contribution })));

describe('bars of reasons', () => {
  it('go to the right of zero where they raise, and to the left where they lower', () => {
    const { zero, bars } = of(3, -1);
    expect(zero).toBe(0.25);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0.25, 1],
      [0, 0.25],
    ]);
  });

  it('begin at the left where nothing lowers, and end at the right where nothing raises', () => {
    expect(of(2, 1).zero).toBe(0);
    expect(of(-2, -1).zero).toBe(1);
  });

  it('are of no length where nothing counts', () => {
    expect(of(0)).toMatchObject({ zero: 0, bars: [{ from: 0, to: 0 }] });
  });
});
