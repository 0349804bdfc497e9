import { dayInZone } from './day-in-zone.js';

describe('the day of a moment', () => {
  it.each([
    ['2026-11-23T20:00:00Z', 'UTC', '2026-11-23'],
    ['2026-11-23T20:00:00Z', 'Asia/Shanghai', '2026-11-24'],
    ['2026-11-23T02:00:00Z', 'America/New_York', '2026-11-22'],
    ['2026-11-23', 'America/New_York', '2026-11-23'],
    [Date.parse('2026-12-31T23:30:00Z'), 'Europe/Berlin', '2027-01-01'],
  ])('%s in %s is %s', (moment, zone, day) => {
    expect(dayInZone(moment, zone)).toBe(day);
  });
});
