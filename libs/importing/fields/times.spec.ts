import { wallToEpoch } from '@tenure/time';
import fc from 'fast-check';
import { timeText } from '../kinds/time-text.js';
import { compileDateFormat } from './date-format.js';
import { isoTime } from './iso-time.js';

const utc = wallToEpoch('UTC');
const iso = (epoch: number | null | undefined): string | null | undefined => (typeof epoch === 'number' ? new Date(epoch).toISOString() : epoch);
const parse = (format: string, text: string): string | null | undefined => iso(compileDateFormat(format, utc)(text));

describe('times without a date format', () => {
  it.each([
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['2010-12-01 08:26', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01 08:26:31', '2010-12-01T08:26:31.000Z'],
    ['2026-03-01T12:30:00.1239Z', '2026-03-01T12:30:00.123Z'],
    ['2026-03-01t12:30:00+05:30', '2026-03-01T07:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s', (text, expected) => expect(iso(isoTime(utc)(text))).toBe(expected));

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-01-01 24:00', '2026-01-01T10:60:00Z'])('%s does not exist', (text) => {
    expect(isoTime(utc)(text)).toBeUndefined();
  });

  it.each([
    '',
    '20260101',
    '01/02/2026',
    '2026-1-1',
    '2026-01-01T',
    '2026-01-01 08:26:',
    '2026-01-01T10:00:00z+1',
    '2026-01-01 10:00:00 ',
    'yesterday at',
    '2026-01-01T10:00:00.Z',
  ])('"%s" is not written so', (text) => {
    expect(isoTime(utc)(text)).toBeNull();
  });
});

describe('times with a date format', () => {
  it.each([
    ['yyyyMMdd', '19970101', '1997-01-01T00:00:00.000Z'],
    ['dd/MM/yyyy HH:mm', '31/12/2010 08:26', '2010-12-31T08:26:00.000Z'],
    ['d.M.yy', '1.2.99', '1999-02-01T00:00:00.000Z'],
    ['M/d/yyyy h:mm a', '3/9/2026 12:05 AM', '2026-03-09T00:05:00.000Z'],
    ['dd MMM yyyy', '05 Mar 2026', '2026-03-05T00:00:00.000Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSX", '2026-03-05T10:00:00.250-02:00', '2026-03-05T12:00:00.250Z'],
  ])('%s reads %s', (format, text, expected) => expect(parse(format, text)).toBe(expected));

  it('tells a date that does not exist from one that is written otherwise', () => {
    expect(parse('yyyyMMdd', '20260230')).toBeUndefined();
    expect(parse('yyyyMMdd', '2026-02-30')).toBeNull();
    expect(parse('yyyyMMdd', '202602281')).toBeNull();
  });

  it.each([
    ['YYYY-MM-DD', /the year is yyyy/],
    ['yyyy-mm-dd', /no month \(M\)/],
    ['HH:mm', /no year/],
    ['yyyyMMdd hh:mm', /24-hour clock write HH/],
    ['yyyy-QQ-dd', /"QQ" is not one of the letters/],
  ])('%s is refused with the remedy', (format, message) => expect(() => compileDateFormat(format, utc)).toThrow(message));
});

it('writes times as toISOString does', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) }), (epoch) => {
      expect(timeText(epoch)).toBe(new Date(epoch).toISOString());
    }),
  );
});
