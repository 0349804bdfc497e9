import fc from 'fast-check';
import { isDay } from './civil-days.js';
import { parseTime } from './rfc3339.js';

it.each([
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01T12:30:00Z', '2026-03-01T12:30:00.000Z'],
  ['2026-03-01t12:30:00z', '2026-03-01T12:30:00.000Z'],
  ['2026-03-01T12:30:00.5Z', '2026-03-01T12:30:00.500Z'],
  ['2026-03-01T12:30:00.123456789Z', '2026-03-01T12:30:00.123Z'],
  ['2026-03-01T00:30:00+01:00', '2026-02-28T23:30:00.000Z'],
  ['2026-02-28T23:30:00-05:45', '2026-03-01T05:15:00.000Z'],
  ['2026-03-01T12:30:00-00:00', '2026-03-01T12:30:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['0001-01-01', '0001-01-01T00:00:00.000Z'],
  ['0000-02-29', '0000-02-29T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
])('%s is %s', (text, iso) => {
  expect(parseTime(text)).toBe(Date.parse(iso));
});

it.each([
  '',
  '2026',
  '2026-03',
  '2026-3-1',
  '20260301',
  '2026-02-30',
  '2025-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-03-01T12:30:00',
  '2026-03-01 12:30:00Z',
  '2026-03-01T12:30Z',
  '2026-03-01T24:00:00Z',
  '2026-03-01T12:60:00Z',
  '2026-03-01T23:59:60Z',
  '2026-03-01T12:30:00.Z',
  '2026-03-01T12:30:00,5Z',
  '2026-03-01T12:30:00+0100',
  '2026-03-01T12:30:00+24:00',
  '2026-03-01T12:30:00+01:60',
  '2026-03-01T12:30:00Zx',
  ' 2026-03-01',
  '2026-03-01 ',
  '+2026-03-01',
  '٢٠٢٦-03-01',
  '2026-03-01T12:30:00.5',
  '2026-03-01Z',
])('%j is no time', (text) => {
  expect(parseTime(text)).toBeNull();
});

it('reads back every millisecond of four-digit years', () => {
  const date = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, (date) => {
      expect(parseTime(date.toISOString())).toBe(date.getTime());
      expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('accepts a day exactly if the calendar has it', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
      const date = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      expect(isDay(text)).toBe(exists);
    }),
    { numRuns: 2000 },
  );
});
