import { decimalOf } from './money.js';

describe('an amount in minor units', () => {
  it.each([
    [{ minor: 4306906, currency: 'EUR' }, '43069.06'],
    [{ minor: 5, currency: 'EUR' }, '0.05'],
    [{ minor: -5, currency: 'USD' }, '-0.05'],
    [{ minor: 0, currency: 'CNY' }, '0.00'],
    [{ minor: 1200, currency: 'JPY' }, '1200'],
    [{ minor: 1234, currency: 'KWD' }, '1.234'],
    [{ minor: '90071992547409931', currency: 'EUR' }, '900719925474099.31'],
  ])('%j is %s of its currency', (money, decimal) => {
    expect(decimalOf(money)).toBe(decimal);
  });
});
