import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { wallToEpoch } from './wall-clock.js';

describe('a wall clock', () => {
  it.each(['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata', 'America/Sao_Paulo'])(
    '%s agrees with Temporal, also where the clock is changed',
    (zone) => {
      const convert = wallToEpoch(zone);
      const minutes = fc.integer({ min: Date.UTC(1965, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
      const changes = fc.constantFrom(
        Date.UTC(2025, 2, 30, 1, 30),
        Date.UTC(2025, 9, 26, 1, 30),
        Date.UTC(2025, 2, 9, 2, 30),
        Date.UTC(2025, 10, 2, 1, 30),
        Date.UTC(2025, 9, 5, 2, 15),
        Date.UTC(2024, 11, 31, 23, 59),
      );
      fc.assert(
        fc.property(
          fc.oneof(
            minutes.map((minute) => minute * 60_000),
            changes,
          ),
          (wall) => {
            const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
            expect(convert(wall)).toBe(plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
          },
        ),
        { numRuns: 200 },
      );
    },
  );

  it('takes clocks not to change before 1800 and after 2199, so that ten thousand years cost what four hundred do', () => {
    const convert = wallToEpoch('Europe/Berlin');
    const hours = (year: number, month: number) => (Date.UTC(year, month, 1) - convert(Date.UTC(year, month, 1))) / 3_600_000;
    expect([hours(2199, 0), hours(2199, 6), hours(2200, 6), hours(9999, 6)]).toEqual([1, 2, 1, 1]);
    expect(hours(1000, 0)).toBe(hours(1800, 6));
    for (let year = 2200; year < 10_000; year += 1) convert(Date.UTC(year, 6, 1));
  });
});
