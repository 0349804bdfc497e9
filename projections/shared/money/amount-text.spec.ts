import { amountText } from './amount-text.js';

it.each([
  [{ minor: 123_450, currency: 'USD' }, '1,234.50 USD'],
  [{ minor: 5, currency: 'USD' }, '0.05 USD'],
  [{ minor: -1_234_567, currency: 'JPY' }, '-1,234,567 JPY'],
  [{ minor: 999, currency: 'KWD' }, '0.999 KWD'],
  [{ minor: '12345678901234567890', currency: 'EUR' }, '123,456,789,012,345,678.90 EUR'],
])('%j is written as %s', (amount, text) => {
  expect(amountText(amount)).toBe(text);
});
