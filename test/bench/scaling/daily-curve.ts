import { averagePerSecond, type Size } from './size.js';

const SECONDS_A_DAY = 86_400;

/**
 * Commands a second at a second of the day: one rounded peak at noon, `((1 + cos) / 2)^k` scaled to the mean of the day. The
 * mean of that power over a period is C(2k, k) / 4^k, for which 1 / sqrt(pi k) is exact enough; k follows from the peak factor.
 */
export function dailyCurve(size: Size): (secondOfDay: number) => number {
  const peak = averagePerSecond(size) * size.peakFactor;
  const k = size.peakFactor <= 1 ? 0 : size.peakFactor ** 2 / Math.PI;
  return (secondOfDay) => peak * ((1 - Math.cos((2 * Math.PI * secondOfDay) / SECONDS_A_DAY)) / 2) ** k;
}

export const PEAK_OF_DAY = SECONDS_A_DAY / 2;
