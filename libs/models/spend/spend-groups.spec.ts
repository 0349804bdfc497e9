import { groupSpend } from './spend-groups.js';

describe('groupSpend', () => {
  it('counts equal sums at equal x, in order of x, and passes over customers without repeat purchase', () => {
    const { x, mean, weight } = groupSpend([
      { x: 2, repeatMinor: 4469 },
      { x: 1, repeatMinor: 1200 },
      { x: 0, repeatMinor: 0 },
      { x: 2, repeatMinor: 4469 },
    ]);
    expect([...x]).toEqual([1, 2]);
    expect([...mean]).toEqual([12, 22.345]);
    expect([...weight]).toEqual([1, 2]);
  });

  it('leaves out, and counts, repeat spend of nothing or less', () => {
    const groups = groupSpend([
      { x: 1, repeatMinor: 0 },
      { x: 3, repeatMinor: -500 },
      { x: 1, repeatMinor: 700 },
    ]);
    expect(groups.leftOut).toBe(2);
    expect(groups.x.length).toBe(1);
  });

  it('refuses fractions of a minor unit', () => {
    expect(() => groupSpend([{ x: 1, repeatMinor: 12.5 }])).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
