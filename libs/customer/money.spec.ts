import { currencyCodes, currencyDigits } from '@tenure/shape';
import fc from 'fast-check';
import { formatMoney, MoneyError, parseMoney } from './money.js';

it.each([
  ['11.77', 'USD', 1177],
  ['-3', 'USD', -300],
  ['+0.5', 'USD', 50],
  ['12.0000', 'USD', 1200],
  ['-0', 'USD', 0],
  ['1177', 'JPY', 1177],
  ['1177.00', 'JPY', 1177],
  ['1.234', 'KWD', 1234],
  ['100.25', 'HUF', 10025],
  ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
])('%s %s is %d minor units', (text, currency, minor) => {
  expect(parseMoney(text, currency)).toEqual({ minor, currency });
});

it.each([
  ['11.775', 'USD', 'fraction-of-minor-unit', /2 digits after the point, e\.g\. 11\.77/],
  ['1.5', 'JPY', 'fraction-of-minor-unit', /whole units, e\.g\. 1177/],
  ['11,77', 'USD', 'not-a-number', /write it as 11\.77/],
  ['$11.77', 'USD', 'not-a-number', /without a currency sign/],
  ['1e3', 'USD', 'not-a-number', /write it as/],
  ['', 'USD', 'not-a-number', /write it as/],
  ['90071992547409.92', 'USD', 'too-large', /correct it/],
  ['1', 'usd', 'unknown-currency', /ISO 4217/],
  ['1', 'ABC', 'unknown-currency', /ISO 4217/],
])('%s %s is refused as %s', (text, currency, code, detail) => {
  const parse = () => parseMoney(text, currency);
  expect(parse).toThrow(MoneyError);
  expect(parse).toThrow(expect.objectContaining({ code, message: expect.stringMatching(detail) }));
});

it('formats for people', () => {
  expect(formatMoney({ minor: 5, currency: 'USD' })).toBe('0.05 USD');
  expect(formatMoney({ minor: -1177, currency: 'USD' })).toBe('-11.77 USD');
  expect(formatMoney({ minor: 1177, currency: 'JPY' })).toBe('1177 JPY');
  expect(formatMoney({ minor: 1, currency: 'CLF' })).toBe('0.0001 CLF');
});

it('reads back what it formats, in every currency', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (minor, currency) => {
      const [number = ''] = formatMoney({ minor, currency }).split(' ');
      expect(parseMoney(number, currency)).toEqual({ minor: minor === 0 ? 0 : minor, currency });
      expect(number.split('.')[1]?.length ?? 0).toBe(currencyDigits(currency));
    }),
  );
});
