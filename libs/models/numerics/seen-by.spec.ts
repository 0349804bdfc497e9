import { isSilentAfter, seenBy } from './seen-by.js';

const days = [10, 20, 30];

it.each([
  [9, 0],
  [10, 1],
  [19, 1],
  [30, 3],
  [99, 3],
])('by day %d of 10, 20 and 30 so many are seen: %d', (day, count) => {
  expect(seenBy(days, day)).toBe(count);
});

it.each([
  [10, 9, true],
  [10, 10, false],
  [9, 1, false],
  [30, 1000, true],
])('after day %d nothing comes for %d days: %s', (day, horizon, silent) => {
  expect(isSilentAfter(days, day, horizon)).toBe(silent);
});
