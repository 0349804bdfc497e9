import { gammaDraw, randomStream } from '../purchases/simulated-customers.fixture.js';
import type { CustomerRecord } from './customer-record.js';
import { renewalClass, renewalCurves, renewalLogOdds } from './renewal-curves.js';

const lastDay = 1000;

/** Customers who buy again and again, `gap` days later each time. */
function customers(gap: () => number, count = 400): CustomerRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const purchases: number[] = [];
    for (let day = i % 50; day <= lastDay; day += Math.max(1, Math.round(gap()))) purchases.push(day);
    return { purchases, visits: [], complaints: [], satisfaction: [], downgrades: [] };
  });
}

describe('how long customers wait', () => {
  it('is a jump where nearly all buy after four weeks, with few gaps of any other length', () => {
    const random = randomStream(1);
    const { inDays } = renewalCurves(
      customers(() => (random() < 0.1 ? 5 + 90 * random() : 28)),
      lastDay,
    );
    expect(inDays!.times.length).toBeLessThan(90);
    const chance = (silence: number, horizon: number): number => 1 / (1 + Math.exp(-renewalLogOdds(inDays, silence, horizon)));
    expect(chance(0, 27)).toBeGreaterThan(0.9);
    expect(chance(0, 28)).toBeLessThan(0.2);
    expect(chance(10, 10)).toBeGreaterThan(0.9);
  });

  it('never makes a purchase more probable for a longer silence where gaps are random', () => {
    const random = randomStream(2);
    const { inDays, inOwnGaps } = renewalCurves(
      customers(() => 30 * gammaDraw(1, random)),
      lastDay,
    );
    for (const curve of [inDays, ...inOwnGaps].filter((each) => each !== null)) {
      const step = curve.times.at(-1)! / 50;
      const odds = Array.from({ length: 40 }, (_, i) => renewalLogOdds(curve, i * step, 5 * step));
      odds.forEach((each, i) => {
        if (i > 0) expect(each).toBeGreaterThanOrEqual(odds[i - 1]! - 1e-9);
      });
    }
  });

  it('is not told from few gaps, and what no curve tells counts for nothing', () => {
    const { inDays, inOwnGaps } = renewalCurves(
      customers(() => 400, 20),
      lastDay,
    );
    expect([inDays, ...inOwnGaps]).toEqual(Array(6).fill(null));
    expect(renewalLogOdds(null, 10, 90)).toBe(0);
  });

  it('is known by the day, and not later', () => {
    const random = randomStream(3);
    const all = customers(() => 20 + 20 * random());
    const known = all.map((one) => ({ ...one, purchases: Array.from(one.purchases).filter((day) => day <= 500) }));
    expect(renewalCurves(all, 500)).toEqual(renewalCurves(known, 500));
  });

  it('is told apart by repeat purchases: none, 1, 2 to 3, 4 to 7, 8 and more', () => {
    expect([0, 1, 2, 3, 4, 7, 8, 500].map(renewalClass)).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
  });
});
