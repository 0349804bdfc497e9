import { currencyCodes, currencyDigits, isCurrency } from './currency.js';
import { nearest } from './nearest.js';

it.each([
  ['order_id', 'orderId'],
  ['ammount', 'amount'],
  ['amuont', 'amount'],
  ['CUSTOMERID', 'customerId'],
  ['occuredAt', 'occurredAt'],
])('%s was meant to be %s', (name, meant) => {
  expect(nearest(name, ['customerId', 'orderId', 'amount', 'occurredAt', 'note'])).toBe(meant);
});

it('guesses nothing far-fetched', () => {
  expect(nearest('temperature', ['customerId', 'note'])).toBeNull();
  expect(nearest('x'.repeat(100_000), ['customerId'])).toBeNull();
});

it('knows the digits of ISO 4217, which are not those of Intl', () => {
  expect(['USD', 'JPY', 'KWD', 'CLF', 'HUF', 'IDR', 'COP', 'ISK'].map(currencyDigits)).toEqual([2, 0, 3, 4, 2, 2, 2, 0]);
  expect(isCurrency('DEM')).toBe(true);
  expect(isCurrency('usd')).toBe(false);
  expect(() => currencyDigits('XYZ')).toThrow(/ISO 4217/);
  expect(currencyCodes).toHaveLength(new Set(currencyCodes).size);
});
