import { currencyParameter } from './parse.js';

describe('a currency asked for', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['eur', 'EUR'],
    ['CNY', 'CNY'],
  ])('%s is read as %s', (text, code) => expect(currencyParameter(text)).toBe(code));

  it.each([
    ['euro', 'currency is "euro", which is not an ISO 4217 code: did you mean EUR?'],
    ['EU', 'currency is "EU", which is not an ISO 4217 code: did you mean EUR?'],
    ['UDS', 'currency is "UDS", which is not an ISO 4217 code: did you mean USD?'],
    ['dollars', 'currency is "dollars", which is not an ISO 4217 code: write one such as EUR, CNY or USD.'],
  ])('%s is refused with the code that was probably meant', (text, message) => {
    expect(() => currencyParameter(text)).toThrow(expect.objectContaining({ parameter: 'currency', code: 'unknown-currency', message }));
  });
});
