import { currencyDigits } from '@tenure/shape';
import fc from 'fast-check';
import { ImportRefused } from '../../import-refused.js';
import { RowProblem } from '../../row-problem.js';
import type { DecimalMark } from './marks.js';
import { moneyCell } from './money-cell.js';
import { numberCell } from './number-cell.js';
import { NumberColumn } from './number-column.js';
import { givenStyle } from './number-style.js';

/** Minor units of each amount read as one column, or the code of its problem. */
function amounts(texts: readonly string[], currency = 'USD', decimal?: DecimalMark): (number | string)[] {
  const column = new NumberColumn('amount');
  texts.forEach((text, at) => {
    column.see(text, at + 2, currencyDigits(currency));
  });
  const style = decimal ? givenStyle(decimal) : column.style();
  return texts.map((text) => {
    const read = moneyCell('amount', text, style, currency);
    return read instanceof RowProblem ? read.code : read.amount.minor;
  });
}

describe('an amount by itself', () => {
  it.each([
    ['12.50', 1250],
    ['12,50', 1250],
    ['12,5', 1250],
    ['0,5', 50],
    ['.50', 50],
    ['0.500', 50],
    ['0,125000', 'fraction-of-minor-unit'],
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1,234,567', 123_456_700],
    ['1.234.567', 123_456_700],
    ['1.234.567,8', 123_456_780],
    ['1,23,456.78', 12_345_678],
    ['12,34,567', 123_456_700],
    ["1'234.50", 123_450],
    ['1’234’567.50', 123_456_750],
    ['1 234,50', 123_450],
    ['1\u00a0234,50', 123_450],
    ['1\u202f234\u202f567', 123_456_700],
    ['1\u2009234', 123_400],
    ["1'000", 100_000],
    ['1 000', 100_000],
    ['1234.567', 'fraction-of-minor-unit'],
    ['１２３．５０', 12_350],
    ['１，２３４．５０', 123_450],
    ['١٢٣٫٥٠', 12_350],
    ['۱۲۳', 12_300],
    ['-12.50', -1250],
    ['−12.50', -1250],
    ['－12.50', -1250],
    ['12.50-', -1250],
    ['12.50 -', -1250],
    ['(12.50)', -1250],
    ['( 1,234.50 )', -123_450],
    ['+12.50', 1250],
    ['-0', 0],
    ['-0.00', 0],
    ['0', 0],
    ['(0.00)', 0],
    ['\u200e-5.00', -500],
    ['$12.50', 1250],
    ['-$12.50', -1250],
    ['$-12.50', -1250],
    ['($12.50)', -1250],
    ['$(12.50)', -1250],
    ['US$ 12.50', 1250],
    ['12.50 USD', 1250],
    ['usd 12.50', 1250],
    ['USD12.50', 1250],
    ['$12.50 USD', 1250],
    ['$.50', 50],
    ['＄12.50', 1250],
    ['1.2E+3', 120_000],
    ['1e+05', 10_000_000],
    ['1.2345678E7', 1_234_567_800],
    ['5e-1', 50],
    ['59.97000000000001', 5997],
    ['59.96999999999999', 5997],
    ['-0.30000000000000004', -30],
    ['2.842170943040401e-14', 0],
    ['12.345', 'ambiguous-numbers'],
    ['1,000', 'ambiguous-numbers'],
    ['1.000', 'ambiguous-numbers'],
    ['-1,000', 'ambiguous-numbers'],
    ['$12,500', 'ambiguous-numbers'],
    ['123.456', 'ambiguous-numbers'],
    ['12.3456', 'fraction-of-minor-unit'],
    ['1.23457E+11', 'not-a-number'],
    ['1,23E+05', 'not-a-number'],
    ['€12', 'other-currency'],
    ['12 EUR', 'other-currency'],
    ['£12', 'other-currency'],
    ['¥12', 'other-currency'],
    ['12 kr', 'other-currency'],
    ['$12 EUR', 'other-currency'],
    ['12 pcs', 'not-a-number'],
    ['12%', 'not-a-number'],
    ['12.50 CR', 'not-a-number'],
    ['12.50DR', 'not-a-number'],
    ['12,-', 'not-a-number'],
    ['12.–', 'not-a-number'],
    ['12.', 'not-a-number'],
    ['--12', 'not-a-number'],
    ['-(12)', 'not-a-number'],
    ['(12', 'not-a-number'],
    ['12)', 'not-a-number'],
    ['±12', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['1,23,45', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['1,2345,678', 'not-a-number'],
    ['1.234,567.8', 'not-a-number'],
    ['31.12.2026', 'not-a-number'],
    ['12:30', 'not-a-number'],
    ['1/2', 'not-a-number'],
    ['10²', 'not-a-number'],
    ['①', 'not-a-number'],
    ['twelve', 'not-a-number'],
    ['-', 'not-a-number'],
    ['$', 'not-a-number'],
    ['1e400', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['99999999999999999999', 'too-large'],
  ])('%j in USD', (text, expected) => {
    try {
      expect(amounts([text])).toEqual([expected]);
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      expect(error.code).toBe(expected);
    }
  });

  it.each([
    ['EUR', '12,50 €', 1250],
    ['GBP', '£1,234.50', 123_450],
    ['CNY', '￥1,234.50', 123_450],
    ['CNY', '12.50元', 1250],
    ['CNY', 'RMB 12.50', 1250],
    ['JPY', '¥1,234', 1234],
    ['JPY', '1,000', 'ambiguous-numbers'],
    ['JPY', '1200', 1200],
    ['JPY', '1200.00', 1200],
    ['JPY', '12.5', 'fraction-of-minor-unit'],
    ['KRW', '₩12,500', 12_500],
    ['KWD', '1234.567', 1_234_567],
    ['KWD', '1,234.567', 1_234_567],
    ['SEK', '1 234,50 kr', 123_450],
    ['DKK', 'kr. 12,50', 1250],
    ['PLN', '1 234,50 zł', 123_450],
    ['INR', '₹1,23,456.78', 12_345_678],
    ['INR', 'Rs.500', 50_000],
    ['INR', 'Rs. 1,23,456', 12_345_600],
    ['PEN', 'S/.500', 50_000],
    ['CHF', "Fr. 1'234.50", 123_450],
    ['BRL', 'R$ 1.234,50', 123_450],
    ['CAD', '$12.50', 1250],
    ['CAD', 'US$12.50', 'other-currency'],
    ['CZK', '1 234,50 Kč', 123_450],
    ['ZAR', 'R 12.50', 1250],
    ['usd', '12.50', 1250],
    ['€', '12.50', 1250],
    ['$', '12.50', 'unknown-currency'],
    ['XYZ', '12.50', 'unknown-currency'],
  ])('in %s %j is %s', (currency, text, expected) => {
    const column = new NumberColumn('amount');
    column.see(text, 2, ['JPY', 'KRW'].includes(currency) ? 0 : null);
    const readOf = () => {
      const read = moneyCell('amount', text, column.style(), currency);
      return read instanceof RowProblem ? read.code : read.amount.minor;
    };
    if (expected === 'ambiguous-numbers') expect(readOf).toThrow(expect.objectContaining({ code: expected }));
    else expect(readOf()).toBe(expected);
  });
});

describe('a column of amounts', () => {
  const refusal = (texts: readonly string[], currency?: string) => {
    try {
      return amounts(texts, currency);
    } catch (error) {
      return error as ImportRefused;
    }
  };

  it('takes three digits after a mark where others prove what the mark is', () => {
    expect(amounts(['1.000', '1.234,50'])).toEqual([100_000, 123_450]);
    expect(amounts(['1,000', '1,234.50', '7'])).toEqual([100_000, 123_450, 700]);
    expect(amounts(['1,000', '1,234,567'])).toEqual([100_000, 123_456_700]);
    expect(amounts(['1.500', '0.250'], 'KWD')).toEqual([1500, 250]);
    expect(amounts(['1.125', '0.5', '12.25'], 'KWD')).toEqual([1125, 500, 12_250]);
  });

  it.each<[string[], RegExp, string]>([
    [['1.000', '12.500'], /"1\.000" \(line 2\).*--decimal \. reads 1, --decimal , reads 1000/, 'USD'],
    [['12,50', '1.000'], /"1\.000" \(line 3\).*beside "12,50" \(line 2\)/, 'USD'],
    [['12.50', '1,000'], /"1,000" \(line 3\).*beside "12\.50" \(line 2\)/, 'USD'],
    [['1 234,50', '1.000'], /"1\.000"/, 'USD'],
    [['1,000', '1.000'], /two ways/, 'USD'],
    [['1,500', '1,875.010'], /"1,500"/, 'KWD'],
  ])('%j is refused, with the cell and the remedy', (texts, message, currency) => {
    expect(refusal(texts, currency)).toMatchObject({ code: 'ambiguous-numbers', field: 'decimal', message: expect.stringMatching(message) });
  });

  it('leaves out a row that may mean a thousand, where no other number has three digits after the mark', () => {
    expect(amounts(['12.50', '1.000'])).toEqual([1250, 'ambiguous-number']);
    expect(amounts(['1.250', '0.5', '12.25', '1.125'], 'KWD')).toEqual(['ambiguous-number', 500, 12_250, 1125]);
    expect(amounts(['12.50', '1.005'])).toEqual([1250, 'fraction-of-minor-unit']);
  });

  it('that contradicts itself is refused with two cells', () => {
    expect(refusal(['12.50', '3', '12,50'])).toMatchObject({
      code: 'contradictory-numbers',
      message: expect.stringMatching(/"12\.50" \(line 2\) has a decimal point, "12,50" \(line 4\) a decimal comma.*--decimal/),
    });
    expect(refusal(['1200.50', '1,234'], 'JPY')).toMatchObject([expect.any(String), 1234]);
    expect(refusal(['1200.50', '1.234'], 'JPY')).toMatchObject({ code: 'contradictory-numbers' });
  });

  it('is read as told, and what does not fit is left out', () => {
    expect(amounts(['1.000', '12.50', '1.234,5'], 'USD', ',')).toEqual([100_000, 'not-a-number', 123_450]);
    expect(amounts(['1.000', '12,50', '1,000'], 'USD', '.')).toEqual([100, 'not-a-number', 100_000]);
    expect(amounts(['0,123'], 'USD', '.')).toEqual(['not-a-number']);
  });
});

describe('quantities and scores', () => {
  const number = (text: string, decimal: DecimalMark = '.') => {
    const read = numberCell('quantity', text, givenStyle(decimal));
    return read instanceof RowProblem ? read.code : read.number;
  };

  it('follow the same rules, without a currency', () => {
    expect(['3', '-2', '(2)', '2.5', '1,234', '１２', '3-', '1e3'].map((text) => number(text))).toEqual([3, -2, -2, 2.5, 1234, 12, -3, 1000]);
    expect([number('2,5', ','), number('1.234', ',')]).toEqual([2.5, 1234]);
    expect(['2,5', '3 Stk', '$3', '50%', 'x', '99999999999999999999'].map((text) => number(text))).toEqual([
      'not-a-number',
      'not-a-number',
      'not-a-number',
      'not-a-number',
      'not-a-number',
      'inexact-number',
    ]);
    expect(number('0.30000000000000004')).toBe(0.1 + 0.2);
  });
});

/** One notation of amounts; a column may hold several. */
interface Style {
  readonly decimal: DecimalMark;
  readonly group: string;
  /** Digits after the point; null leaves out needless zeros. */
  readonly digits: number | null;
  readonly sign: (text: string) => string;
}

function written(minor: number, currency: string, { decimal, group, digits, sign }: Style): string {
  const exponent = currencyDigits(currency);
  const [whole = '', fraction = ''] = (Math.abs(minor) / 10 ** exponent).toFixed(exponent).split('.');
  const grouped = group === 'lakh' ? whole.replace(/\B(?=(\d{2})*\d{3}$)/g, ',') : whole.replace(/\B(?=(\d{3})+$)/g, group);
  const shown = digits === null ? fraction.replace(/0+$/, '') : fraction.slice(0, Math.max(digits, exponent)).padEnd(digits, '0');
  const size = shown === '' ? grouped : `${grouped}${decimal}${shown}`;
  return minor < 0 ? sign(size) : size;
}

it('never reads an amount otherwise than it was meant, whatever the style and the mixture of styles', () => {
  const style = fc
    .record<Style>({
      decimal: fc.constantFrom('.', ','),
      group: fc.constantFrom('', '.', ',', ' ', "'", '\u00a0', '\u202f', 'lakh'),
      digits: fc.constantFrom(null, 0, 2, 3),
      sign: fc.constantFrom<Style['sign']>(
        (text) => `-${text}`,
        (text) => `(${text})`,
        (text) => `${text}-`,
        (text) => `−${text}`,
      ),
    })
    .filter(({ decimal, group }) => decimal !== group && !(decimal === ',' && group === 'lakh'));
  const minor = fc.oneof(
    fc.integer({ min: -200_000_000, max: 200_000_000 }),
    fc.integer({ min: -9999, max: 9999 }).map((whole) => whole * 100),
  );
  const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD');
  // `1,000` for one next to `1,875.01` means a thousand to everybody: no column with two decimal marks has thousandths of cents.
  const column = fc
    .tuple(currency, fc.array(style, { minLength: 1, maxLength: 2 }), fc.array(fc.tuple(minor, fc.nat()), { minLength: 1, maxLength: 6 }))
    .filter(([code, [first, second]]) => first?.decimal === (second ?? first)?.decimal || code === 'KWD' || (first?.digits !== 3 && second?.digits !== 3));
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(column, ([code, styles, cells]) => {
      const meant = cells.map(([amount]) => amount);
      const texts = cells.map(([amount, pick]) => written(amount, code, styles[pick % styles.length] as Style));
      try {
        amounts(texts, code).forEach((got, at) => {
          if (typeof got === 'number') expect([texts, got]).toEqual([texts, meant[at] === 0 ? 0 : meant[at]]);
        });
        seen.read += 1;
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error;
        seen.refused += 1;
      }
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100);
});
