import { Temporal } from '@js-temporal/polyfill';
import { zoneOffsets } from '@tenure/time';
import fc from 'fast-check';
import { calendarOf } from './calendar.js';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu', 'America/Sao_Paulo'];
const range = { first: Date.UTC(1996, 0, 1) / 1000, last: Date.UTC(2027, 0, 1) / 1000 };
const second = fc.integer({ min: range.first, max: range.last });

describe('a calendar', () => {
  it.each(zones)('puts a second into the day, week and month that it is in %s', (timezone) => {
    const zone = zoneOffsets(timezone, range);
    const months = calendarOf({ granularity: 'month', timezone, weekStart: 'monday' }, range);
    const mondays = calendarOf({ granularity: 'week', timezone, weekStart: 'monday' }, range);
    const sundays = calendarOf({ granularity: 'week', timezone, weekStart: 'sunday' }, range);
    fc.assert(
      fc.property(second, (moment) => {
        const local = Temporal.Instant.fromEpochMilliseconds(moment * 1000).toZonedDateTimeISO(timezone);
        expect(zone.offsetAt(moment)).toBe(local.offsetNanoseconds / 1e9);
        const date = local.toPlainDate();
        expect(months.nameOf(months.periodOf(moment))).toBe(date.toString().slice(0, 7));
        expect(mondays.nameOf(mondays.periodOf(moment))).toBe(date.subtract({ days: date.dayOfWeek - 1 }).toString());
        expect(sundays.nameOf(sundays.periodOf(moment))).toBe(date.subtract({ days: date.dayOfWeek % 7 }).toString());
      }),
      { numRuns: 200 },
    );
  });

  it('changes its clock at the second at which the zone does', () => {
    const zone = zoneOffsets('Europe/Berlin', range);
    const change = Date.parse('2026-03-29T01:00:00Z') / 1000;
    expect([change - 1, change, change + 500, change - 1].map((moment) => zone.offsetAt(moment))).toEqual([3600, 7200, 7200, 3600]);
    expect(zone.offsetAt(Date.parse('2011-10-30T01:00:00Z') / 1000)).toBe(3600);
  });

  it.each(zones)('starts each period at its first second in %s', (timezone) => {
    const days = calendarOf({ granularity: 'day', timezone, weekStart: 'monday' }, range);
    fc.assert(
      fc.property(second, (moment) => {
        const period = days.periodOf(moment);
        expect(days.periodOf(days.startOf(period))).toBe(period);
        expect(days.periodOf(days.startOf(period) - 1)).toBeLessThan(period);
      }),
      { numRuns: 200 },
    );
  });

  it('counts 23:45 and 00:01 as two days, at the midnight of the zone', () => {
    const berlin = calendarOf({ granularity: 'day', timezone: 'Europe/Berlin', weekStart: 'monday' }, range);
    const at = (text: string) => berlin.nameOf(berlin.periodOf(Date.parse(text) / 1000));
    expect([at('2026-03-28T22:45:00Z'), at('2026-03-28T23:01:00Z'), at('2026-03-29T21:59:59Z'), at('2026-03-29T22:00:00Z')]).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-29',
      '2026-03-30',
    ]);
  });
});
