import { dailyCurve, PEAK_OF_DAY } from './daily-curve.js';
import { averagePerSecond, type Size, timesLarger } from './size.js';

const size: Size = { customers: 100e6, events: 10e9, years: 5, peakFactor: 10, queriesPerSecond: 100 };

describe('a size', () => {
  it('says how many events come a second', () => {
    expect(averagePerSecond(size)).toBeCloseTo(63.4, 1);
    expect(averagePerSecond(timesLarger(size, 5))).toBeCloseTo(316.9, 1);
  });
});

describe('a day', () => {
  it.each([2, 5, 10])('has the mean of the year, and %i times that at its peak', (peakFactor) => {
    const curve = dailyCurve({ ...size, peakFactor });
    const seconds = Array.from({ length: 86_400 }, (_, second) => curve(second));
    const mean = seconds.reduce((sum, rate) => sum + rate, 0) / seconds.length;
    expect(mean / averagePerSecond(size)).toBeGreaterThan(0.9);
    expect(mean / averagePerSecond(size)).toBeLessThan(1.1);
    expect(Math.max(...seconds)).toBe(curve(PEAK_OF_DAY));
    expect(curve(PEAK_OF_DAY) / averagePerSecond(size)).toBeCloseTo(peakFactor);
  });
});
