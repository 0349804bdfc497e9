import { wallToEpoch } from '@tenure/time';
import fc from 'fast-check';
import { RowProblem } from '../../row-problem.js';
import { DateColumn } from './date-column.js';
import { cellTimes, dayCell, timeCell } from './time-cell.js';
import { isoText } from './time-text.js';

interface Options {
  readonly dateFormat?: string;
  readonly timeZone?: string;
}

/** Reads cells as one column: the recorded form of each, or the code of its problem. */
function column(texts: readonly string[], { dateFormat, timeZone = 'UTC' }: Options = {}): string[] {
  const read = cellTimes(dateFormat);
  const whole = new DateColumn('occurred_at', dateFormat === undefined ? null : read);
  texts.forEach((text, at) => {
    whole.see(text, at + 2);
  });
  const reading = { read, style: whole.style(), toEpoch: wallToEpoch(timeZone), dateFormat };
  return texts.map((text) => {
    const value = timeCell('occurred_at', text, reading);
    if (value instanceof RowProblem) return value.code;
    return value.precision === 'day' ? new Date(value.epoch).toISOString().slice(0, 10) : new Date(value.epoch).toISOString();
  });
}

const one = (text: string, options?: Options): string | undefined => column([text], options)[0];

describe('dates as databases, shops and people write them', () => {
  it.each([
    '2026-10-31',
    '2026-1-5',
    '2026/10/31',
    '2026.10.31',
    '2026. 10. 31.',
    '20261031',
    '２０２６-１０-３１',
    '٢٠٢٦-١٠-٣١',
    '2026年10月31日',
    '2026年1月5日',
    '31.10.2026',
    '5.1.2026',
    '31. 10. 2026',
    '31/10/2026',
    '10/31/2026',
    '10-31-2026',
    '31-10-2026',
    '05/05/2026',
    '31 Oct 2026',
    '31-OCT-2026',
    '31. Oktober 2026',
    '5. März 2026',
    'Sa., 31. Okt. 2026',
    'Oct 31, 2026',
    'October 31st, 2026',
    'Saturday, October 31, 2026',
    'Sat, 31 Oct 2026',
  ])('%s is a day', (text) => {
    const day = /10月?31|31.*10|10.*31|Oct|OCT|Okt|１０|١٠/.test(text)
      ? '2026-10-31'
      : text.includes('05/05')
        ? '2026-05-05'
        : /M/.test(text)
          ? '2026-03-05'
          : '2026-01-05';
    expect(one(text)).toBe(day);
  });

  it.each([
    '2026-10-31 20:00',
    '2026-10-31 20:00:00',
    '2026-10-31T20:00:00.000000',
    '2026-10-31  20:00:00',
    '2026-10-31 20:00:00.123456',
    '2026-10-31 20:00:00,5',
    '2026-10-31T20:00:00Z',
    '2026-10-31t20:00:00z',
    '2026-10-31 20:00:00+00',
    '2026-10-31 20:00:00.123456+00',
    '2026-10-31 20:00:00+0000',
    '2026-10-31T20:00:00+00:00',
    '2026-10-31 15:00:00-0500',
    '2026-10-31 16:00:00 -0400',
    '2026-10-31 20:00:00 UTC',
    '2026-10-31 21:00:00 +0100 CET',
    '2026-10-31T21:00:00+01:00[Europe/Berlin]',
    '2026-11-01 01:30:00+05:30',
    '2026-10-31-20.00.00.123456',
    '2026/10/31 20:00',
    '2026/10/31 下午8:00',
    '2026年10月31日 20:00',
    '2026年10月31日20时00分',
    '20261031200000',
    '20261031T200000Z',
    '31.10.2026 20:00',
    '31.10.2026, 20:00 Uhr',
    '31/10/2026 20:00:00',
    '10/31/2026 8:00 PM',
    '10/31/2026 8:00:00 pm',
    'Oct 31, 2026, 8:00\u202fPM',
    'Oct 31, 2026 8:00 p.m.',
    'October 31, 2026 at 8:00 PM',
    'Sat, 31 Oct 2026 20:00:00 GMT',
    'Sat, 31 Oct 2026 21:00:00 +0100',
    'Sat Oct 31 2026 21:00:00 GMT+0100 (Central European Standard Time)',
    'Oct 31, 2026 1:00:00 PM PDT',
    'Sat, 31 Oct 2026 15:00:00 EST',
    'Sat Oct 31 20:00:00 2026',
    'Sat Oct 31 20:00:00 UTC 2026',
  ])('%s is an instant', (text) => expect(one(text)?.replace(/\.\d+Z$/, 'Z')).toBe('2026-10-31T20:00:00Z'));

  it.each([
    ['2026-02-30', 'no-such-date'],
    ['2025-02-29 10:00', 'no-such-date'],
    ['31.13.2026', 'no-such-date'],
    ['31 Feb 2026', 'no-such-date'],
    ['2026-10-31 24:00', 'no-such-date'],
    ['2026-10-31 20:60:00', 'no-such-date'],
    ['10/31/2026 13:00 PM', 'no-such-date'],
    ['2026-10-31 20:00:00+25:00', 'no-such-date'],
    ['00/00/0000', 'no-such-date'],
    ['31.10.26', 'wrong-date-format'],
    ['31-OCT-26 08:00:00', 'wrong-date-format'],
    ['1/2/99', 'wrong-date-format'],
    ['2026-10-31 20:00:00 CET', 'wrong-date-format'],
    ['Sat Oct 31 20:00:00 CST 2026', 'wrong-date-format'],
    ['2026-10-31 20:00:00 Jones', 'wrong-date-format'],
    ['1793476800', 'wrong-date-format'],
    ['1793476800000', 'wrong-date-format'],
    ['46326', 'wrong-date-format'],
    ['2026-10', 'wrong-date-format'],
    ['2026', 'wrong-date-format'],
    ['yesterday', 'wrong-date-format'],
    ['31 Foo 2026', 'wrong-date-format'],
    ['2026-10-31T', 'wrong-date-format'],
    ['2026-10-31 20', 'wrong-date-format'],
    ['2026-10-31 20:00 or so', 'wrong-date-format'],
  ])('%s is left out: %s', (text, code) => expect(one(text)).toBe(code));

  it('names the remedy for numbers, years of two digits and abbreviated zones', () => {
    const reading = { read: cellTimes(undefined), style: new DateColumn('x').style(), toEpoch: wallToEpoch('UTC'), dateFormat: undefined };
    const reason = (text: string) => (timeCell('occurred_at', text, reading) as RowProblem).reason;
    expect(reason('1793476800')).toContain('--date-format unix');
    expect(reason('1793476800000')).toContain('--date-format unix-ms');
    expect(reason('46326,5')).toContain('--date-format excel');
    expect(reason('1/2/99')).toContain('--date-format dd/MM/yy or MM/dd/yy');
    expect(reason('1-Feb-99')).toContain('--date-format d-MMM-yy');
    expect(reason('2026-10-31 20:00 CST')).toContain('"CST"');
  });
});

describe('a column of dates', () => {
  it('tells by a day above 12 which number is the day', () => {
    expect(column(['01/02/2026', '13/02/2026'])).toEqual(['2026-02-01', '2026-02-13']);
    expect(column(['01/02/2026 10:00', '02/13/2026'])).toEqual(['2026-01-02T10:00:00.000Z', '2026-02-13']);
    expect(column(['05/05/2026', '2026-02-01'])).toEqual(['2026-05-05', '2026-02-01']);
  });

  it('is refused when no day tells, with both formats', () => {
    expect(() => column(['01/02/2026', '11/12/2026'])).toThrow(
      expect.objectContaining({
        code: 'ambiguous-dates',
        field: 'dateFormat',
        message: expect.stringMatching(/"01\/02\/2026" \(line 2\).*dd\/MM\/yyyy.*MM\/dd\/yyyy/),
      }),
    );
    expect(() => column(['1-2-2026 10:00'])).toThrow(/"dd-MM-yyyy HH:mm"/);
  });

  it('leaves out a cell that no other tells, beside dates that can be read', () => {
    expect(column(['01/02/2026', '2026-02-01', '31.12.2026'])).toEqual(['ambiguous-date', '2026-02-01', '2026-12-31']);
    expect(() => column(['01/02/2026', '05/05/2026'])).toThrow(/two ways/);
  });

  it('is refused when it contradicts itself, with both cells', () => {
    expect(() => column(['13/02/2026', '02/13/2026'])).toThrow(/"13\/02\/2026" \(line 2\) has the day first, "02\/13\/2026" \(line 3\) the month/);
  });

  it('takes no date that does not exist for a proof', () => {
    expect(() => column(['32/02/2026', '01/02/2026'])).toThrow(/two ways/);
    expect(() => column(['13/14/2026', '01/02/2026'])).toThrow(/two ways/);
  });

  it('is of days where every time is midnight, as a database dumps them', () => {
    expect(column(['2026-10-31 00:00:00', '2026-11-01 00:00:00'])).toEqual(['2026-10-31', '2026-11-01']);
    expect(column(['2026-10-31 00:00:00', '2026-11-01 10:00:00'])).toEqual(['2026-10-31T00:00:00.000Z', '2026-11-01T10:00:00.000Z']);
    expect(column(['2026-10-31T00:00:00Z'])).toEqual(['2026-10-31T00:00:00.000Z']);
  });

  it('has days in no zone, and times in that of the import', () => {
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(column(['2026-10-31', '2026-10-31 20:00', '2026-10-31T20:00:00Z'], berlin)).toEqual([
      '2026-10-31',
      '2026-10-31T19:00:00.000Z',
      '2026-10-31T20:00:00.000Z',
    ]);
  });

  it('reads a day in every order and style back as it was meant, or is refused', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    const styles: ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${y}-${two(m)}-${two(d)}`,
      (y, m, d) => `${two(d)}.${two(m)}.${y}`,
      (y, m, d) => `${two(d)}/${two(m)}/${y}`,
      (y, m, d) => `${two(m)}/${two(d)}/${y}`,
      (y, m, d) => `${d}-${m}-${y}`,
      (y, m, d) => `${y}年${m}月${d}日`,
      (y, m, d) => `${y}${two(m)}${two(d)}`,
    ];
    const date = fc.record({ y: fc.integer({ min: 1900, max: 2100 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 28 }) });
    fc.assert(
      fc.property(fc.constantFrom(...styles), fc.array(date, { minLength: 1, maxLength: 8 }), (style, dates) => {
        const texts = dates.map(({ y, m, d }) => style(y, m, d));
        let got: string[];
        try {
          got = column(texts);
        } catch (error) {
          expect((error as { code: string }).code).toBe('ambiguous-dates');
          expect(dates.every(({ d }) => d <= 12)).toBe(true);
          return;
        }
        expect(got).toEqual(dates.map(({ y, m, d }) => `${y}-${two(m)}-${two(d)}`));
      }),
    );
  });
});

describe('dates with a date format', () => {
  it.each([
    ['yyyyMMdd', '19970101', '1997-01-01'],
    ['dd/MM/yyyy HH:mm', '31/12/2010 08:26', '2010-12-31T08:26:00.000Z'],
    ['dd/MM/yyyy HH:mm', '31/12/2010', '2010-12-31'],
    ['dd/MM/yyyy', '01/02/2026', '2026-02-01'],
    ['MM/dd/yyyy', '01/02/2026', '2026-01-02'],
    ['dd/MM/yyyy', '2026-10-31', '2026-10-31'],
    ['d.M.yy', '1.2.99', '1999-02-01'],
    ['day-first', '01/02/2026 8:00 PM', '2026-02-01T20:00:00.000Z'],
    ['month-first', '01/02/2026', '2026-01-02'],
    ['month-first', '31.10.2026', '2026-10-31'],
    ['M/d/yyyy h:mm a', '3/9/2026 12:05 AM', '2026-03-09T00:05:00.000Z'],
    ['M/d/yyyy h:mm a', '3/9/2026 12:05\u202fPM', '2026-03-09T12:05:00.000Z'],
    ['dd MMM yyyy', '05 Mar 2026', '2026-03-05'],
    ['d MMMM yyyy', '5 März 2026', '2026-03-05'],
    ['EEE, d MMM yyyy HH:mm:ss Z', 'Sat, 31 Oct 2026 20:00:00 +0100', '2026-10-31T19:00:00.000Z'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSX", '2026-03-05T10:00:00.250-02:00', '2026-03-05T12:00:00.250Z'],
    ['yyyy-MM-ddTHH:mm:ss.SSSSSSX', '2026-03-05T10:00:00.250999+02', '2026-03-05T08:00:00.250Z'],
    ['yyyy年M月d日', '2026年10月31日', '2026-10-31'],
    ['unix', '1793476800', '2026-10-31T20:00:00.000Z'],
    ['unix', '-86400.5', '1969-12-30T23:59:59.500Z'],
    ['unix-ms', '1793476800123', '2026-10-31T20:00:00.123Z'],
    ['excel', '46326', '2026-10-31'],
    ['excel', '46326.8333333333', '2026-10-31T20:00:00.000Z'],
    ['excel', '46326,8333333333', '2026-10-31T20:00:00.000Z'],
    ['excel', '1', '1900-01-01'],
    ['excel', '59', '1900-02-28'],
    ['excel', '61', '1900-03-01'],
    ['excel-1904', '0', '1904-01-01'],
    ['excel-1904', '44864', '2026-10-31'],
  ])('%s reads %s', (dateFormat, text, expected) => expect(one(text, { dateFormat })).toBe(expected));

  it.each([
    ['yyyyMMdd', '20260230', 'no-such-date'],
    ['yyyyMMdd', '2026-02-30', 'wrong-date-format'],
    ['yyyyMMdd', '202602281', 'wrong-date-format'],
    ['excel', '60', 'no-such-date'],
    ['excel', '0', 'no-such-date'],
    ['excel', '31.12.2026', 'wrong-date-format'],
    ['unix', 'yesterday', 'wrong-date-format'],
    ['unix', '99999999999999', 'no-such-date'],
    ['MM/dd/yyyy', '31/12/2026', 'no-such-date'],
  ])('%s leaves out %s: %s', (dateFormat, text, code) => expect(one(text, { dateFormat })).toBe(code));

  it.each([
    ['YYYY-MM-DD', /the year is yyyy/],
    ['yyyy-mm-dd', /no month \(M\)/],
    ['HH:mm', /no year/],
    ['yyyyMMdd hh:mm', /24-hour clock write HH/],
    ['yyyy-QQ-dd', /"QQ" is not one of the letters/],
    ['excell', /excel-1904/],
  ])('%s is refused with the remedy', (format, message) => expect(() => cellTimes(format)).toThrow(message));
});

describe('a column of days', () => {
  const style = { order: 'day-first', midnightIsDay: false } as const;
  const day = (text: string, dateFormat?: string) =>
    dayCell('birth_date', text, { read: cellTimes(dateFormat), style, toEpoch: wallToEpoch('Asia/Tokyo'), dateFormat });

  it('obeys the format, and takes midnight for none', () => {
    expect(day('17/05/1984', 'dd/MM/yyyy')).toBe('1984-05-17');
    expect(day('17/05/1984', 'dd/MM/yyyy HH:mm')).toBe('1984-05-17');
    expect(day('17.05.1984')).toBe('1984-05-17');
    expect(day('1984-05-17 00:00:00')).toBe('1984-05-17');
  });

  it('leaves out a time', () => {
    expect(day('1984-05-17 10:00')).toMatchObject({ code: 'not-a-day' });
    expect(day('1984-05-17T00:00:00Z')).toMatchObject({ code: 'not-a-day' });
  });
});

it('says what a cell says whatever the options', () => {
  const written = (text: string, options: Options) => {
    const reading = {
      read: cellTimes(options.dateFormat),
      style: { order: 'day-first', midnightIsDay: false } as const,
      toEpoch: wallToEpoch(options.timeZone ?? 'UTC'),
      dateFormat: options.dateFormat,
    };
    return (timeCell('occurred_at', text, reading) as { asWritten: string }).asWritten;
  };
  expect(written('31/10/2026 20:00', { timeZone: 'Asia/Tokyo' })).toBe('2026-10-31T20:00:00.000');
  expect(written('31/10/2026 20:00', { dateFormat: 'dd/MM/yyyy HH:mm' })).toBe('2026-10-31T20:00:00.000');
  expect(written('2026-10-31 20:00+02', { timeZone: 'Asia/Tokyo' })).toBe('2026-10-31T18:00:00.000Z');
  expect([written('2026-10-31', {}), written('2026-10-31 00:00', {})]).toEqual(['2026-10-31', '2026-10-31']);
});

it('writes times as toISOString does', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) }), (epoch) => {
      expect(isoText(epoch)).toBe(new Date(epoch).toISOString());
    }),
  );
});
