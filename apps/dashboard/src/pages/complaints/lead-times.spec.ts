import { barOf, latestResolved, type Month, resolvedOf, shareWithin } from './lead-times.js';

const none = { low: 0, medium: 0, high: 0, critical: 0, total: 0 };
const month = (given: Partial<Month>): Month => ({
  start: '2026-08',
  opened: none,
  acknowledged: none,
  resolved: none,
  reopened: none,
  timeToResolve: [],
  meanHoursToResolve: null,
  compensation: [],
  ...given,
});

describe('times to resolve', () => {
  const august = month({
    meanHoursToResolve: 60,
    timeToResolve: [
      { upToHours: 24, count: 1 },
      { upToHours: 72, count: 2 },
      { upToHours: null, count: 1 },
    ],
  });

  it('are of those that were resolved', () => {
    expect(resolvedOf(august)).toBe(4);
    expect(shareWithin(august, 72)).toBe(0.75);
    expect(shareWithin(month({}), 72)).toBeNull();
  });

  it('are told by the latest month that is over and has some', () => {
    expect(latestResolved([august, month({ start: '2026-09' }), month({ start: '2026-10', inProgress: true, meanHoursToResolve: 3 })])).toBe(august);
    expect(latestResolved([month({})])).toBeUndefined();
  });
});

it('complaints are stacked by severity above zero, and those resolved stand below', () => {
  const bar = barOf(month({ opened: { low: 1, medium: 2, high: 3, critical: 4, total: 10 }, resolved: { ...none, low: 5, total: 5 } }));
  expect(bar.map(({ part, from, to }) => `${part} ${from} to ${to}`)).toEqual([
    'low 0 to 1',
    'medium 1 to 3',
    'high 3 to 6',
    'critical 6 to 10',
    'resolved -5 to 0',
  ]);
});
