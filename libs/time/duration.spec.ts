import { horizonDays, isDuration, parseDuration } from './duration.js';

it.each(['P1M', 'P1Y', 'P90D', 'P2W', 'PT12H', 'P1Y2M3W4DT5H6M7S', 'P1DT2H', 'PT1M'])('%s is a duration', (text) => {
  expect(isDuration(text)).toBe(true);
});

it.each(['', 'P', 'PT', 'P1', '1M', 'P1M1Y', 'P1DT', 'PT1D', 'P-1D', '-P1D', 'P1.5D', 'P0D', 'P1D1D', 'PT1HT1M', 'P1H', 'p1m', 'P1M ', 'P9999999D'])(
  '%j is no duration',
  (text) => {
    expect(isDuration(text)).toBe(false);
  },
);

it('gives the parts, and takes a fraction of seconds only', () => {
  expect(parseDuration('P1Y2M3W4DT5H6M7.5S')).toEqual({ years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7.5 });
  expect(parseDuration('PT0S')?.seconds).toBe(0);
  expect([parseDuration('P1.5D'), parseDuration('P'), parseDuration('P1DT')]).toEqual([null, null, null]);
});

it.each([
  ['P1D', 1],
  ['P2W', 14],
  ['P1M', 30],
  ['P1Y6M', 548],
  ['P3Y', 1_095],
  ['P1096D', 1_096],
  ['P1097D', null],
  ['P0D', null],
  // If the hours were dropped, the stated horizon and the computed one would differ.
  ['P30DT12H', null],
  ['PT36H', null],
  ['90', null],
])('%s ahead is %s days', (text, days) => {
  expect(horizonDays(text)).toBe(days);
});
