import type { Occurrence } from '@tenure/customer';
import fc from 'fast-check';
import { calendarOf } from '../calendar/calendar.js';
import { arbitraryZone } from '../testing/arbitrary-histories.js';
import { countIn, countOccurrence, eachPeriod, firstIn, isNever, lastIn, noOccurrences, secondsBetween } from './occurrences.js';

const year = 365 * 86_400_000;
const day = fc.integer({ min: 19_000, max: 19_030 }).map((number): Occurrence => ({ occurredAt: number * 86_400_000, precision: 'day' }));
const instant = fc.integer({ min: 19_000 * 86_400_000, max: 19_030 * 86_400_000 }).map((occurredAt): Occurrence => ({ occurredAt }));
const occurrence = fc.oneof(day, instant);

const kept = (all: readonly Occurrence[]) => {
  const occurrences = noOccurrences();
  for (const one of all) countOccurrence(occurrences, one, 1);
  return occurrences;
};

it('instants are whole days apart when they are, whatever the milliseconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * year }), fc.integer({ min: 0, max: 4000 }), (first, days) => {
      expect(secondsBetween(first / 1000, (first + days * 86_400_000) / 1000)).toBe(days * 86_400);
    }),
    { numRuns: 1000 },
  );
});

it('a day falls on that day in every zone, an instant on the day that it is there', () => {
  fc.assert(
    fc.property(fc.array(occurrence, { maxLength: 20 }), arbitraryZone, (all, timezone) => {
      const rules = { granularity: 'day', timezone, weekStart: 'monday' } as const;
      const calendar = calendarOf(rules, { first: 18_900 * 86_400, last: 19_100 * 86_400 });
      const expected = new Map<number, number>();
      for (const { occurredAt, precision } of all) {
        const period = precision === 'day' ? occurredAt / 86_400_000 : calendar.periodOf(occurredAt / 1000);
        expected.set(period, (expected.get(period) ?? 0) + 1);
      }
      const found: Array<[number, number]> = [];
      eachPeriod(kept(all), calendar.periodOf, calendar.periodOfDay, (period, count) => found.push([period, count]));
      expect(found).toEqual([...expected].sort(([left], [right]) => left - right));
    }),
    { numRuns: 500 },
  );
});

it('what was taken back leaves no trace, also when it is taken back first', () => {
  fc.assert(
    fc.property(fc.array(occurrence, { maxLength: 10 }), fc.array(occurrence, { maxLength: 10 }), (stay, go) => {
      const occurrences = noOccurrences();
      for (const one of go) countOccurrence(occurrences, one, -1);
      for (const one of stay) countOccurrence(occurrences, one, 1);
      for (const one of go) countOccurrence(occurrences, one, 1);
      expect(occurrences).toEqual(kept(stay));
      expect(countIn(occurrences)).toBe(stay.length);
      expect(isNever(occurrences)).toBe(stay.length === 0);
    }),
  );
});

it('of a day and an instant on it the instant is the first and the last', () => {
  const at = (text: string): Occurrence => (text.length === 10 ? { occurredAt: Date.parse(text), precision: 'day' } : { occurredAt: Date.parse(text) });
  const mixed = kept(['2026-03-02', '2026-03-01', '2026-03-01T15:00:00Z'].map(at));
  expect([firstIn(mixed), lastIn(mixed)]).toEqual([at('2026-03-01T15:00:00Z'), at('2026-03-02')]);
  expect([firstIn(noOccurrences()), lastIn(noOccurrences())]).toEqual([null, null]);
});
