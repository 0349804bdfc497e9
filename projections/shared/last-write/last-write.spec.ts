import fc from 'fast-check';
import { isLater, occurrenceOfStamp, rankOfStamp, stampOf } from './last-write.js';

const day = fc.integer({ min: -25_000, max: 60_000 });
const type = fc.constantFrom('ComplaintLogged', 'ComplaintAcknowledged', 'ComplaintResolved', 'ComplaintReopened');

it('a stamp gives back when the fact happened, as it was recorded, and its rank', () => {
  fc.assert(
    fc.property(day, fc.option(fc.integer({ min: 0, max: 86_399_999 })), type, (date, time, kind) => {
      const occurrence =
        time === null ? { occurredAt: date * 86_400_000, precision: 'day' as const } : { occurredAt: date * 86_400_000 + time, precision: undefined };
      const stamp = stampOf(kind, occurrence);
      expect(Number.isSafeInteger(stamp)).toBe(true);
      expect(occurrenceOfStamp(stamp)).toEqual(occurrence);
      expect(rankOfStamp(stamp)).toBe(['ComplaintLogged', 'ComplaintAcknowledged', 'ComplaintResolved', 'ComplaintReopened'].indexOf(kind));
    }),
    { numRuns: 500 },
  );
});

it('on a day what begins comes first and what follows last, and days sort among times', () => {
  const at = (kind: string, text: string) => stampOf(kind, { occurredAt: Date.parse(text), ...(text.length === 10 ? { precision: 'day' as const } : {}) });
  const stamps = [
    at('ComplaintLogged', '2026-03-01'),
    at('ComplaintLogged', '2026-03-01T10:00:00Z'),
    at('ComplaintAcknowledged', '2026-03-01'),
    at('ComplaintResolved', '2026-03-01'),
    at('ComplaintLogged', '2026-03-02'),
    at('ComplaintResolved', '2026-03-02T00:00:00.001Z'),
  ];
  expect(stamps).toEqual([...stamps].sort((left, right) => left - right));
  expect(isLater(stamps[1]!, 'a', stamps[0]!, 'b')).toBe(true);
});
