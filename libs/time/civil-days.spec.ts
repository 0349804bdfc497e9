import fc from 'fast-check';
import { dayName, dayOf, firstDayOfMonth, monthName, monthOfDay, parseDay, parseDayOrMonth, timeName } from './civil-days.js';

const day = fc.integer({ min: -200_000, max: 100_000 });
const second = fc.integer({ min: Date.UTC(1996, 0, 1) / 1000, max: Date.UTC(2027, 0, 1) / 1000 });

describe('civil days', () => {
  it('agree with the platform, both ways', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000);
        expect(monthOfDay(number)).toBe((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth());
        expect(firstDayOfMonth(monthOfDay(number))).toBe(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / 86_400_000);
        expect(dayName(number)).toBe(date.toISOString().slice(0, 10));
        expect(parseDay(dayName(number))).toBe(number);
        expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(number);
      }),
    );
  });

  it('name a moment as the platform does, whole seconds without a fraction', () => {
    const moment = fc.oneof(
      fc.integer({ min: -1e12, max: 9e12 }),
      second.map((whole) => whole * 1000),
      fc.constantFrom(253_402_300_799_000, 253_402_300_800_000),
    );
    fc.assert(
      fc.property(moment, (milliseconds) => {
        expect(timeName(milliseconds)).toBe(new Date(milliseconds).toISOString().replace('.000Z', 'Z'));
      }),
    );
  });

  it('know a day that does not exist', () => {
    expect(parseDay('1997-02-29')).toBeNull();
    expect(parseDayOrMonth('1997-13')).toBeNull();
    expect(parseDay('1997-03')).toBeNull();
    expect(parseDay('yesterday')).toBeNull();
    expect(monthName(monthOfDay(parseDayOrMonth('1997-03')!))).toBe('1997-03');
  });
});
