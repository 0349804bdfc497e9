import { decimalText, withoutNoise } from './decimal-text.js';

const text = (body: string, negative = false, exponent = 0) => decimalText({ negative, body, exponent, words: [], decimal: null }, '.');

it('has no needless zeros and no minus before zero', () => {
  expect(['0', '00', '0.0', '007', '10', '100.0', '0.50', '012.340', '1.000', '.5'].map((body) => text(body))).toEqual([
    '0',
    '0',
    '0',
    '7',
    '10',
    '100',
    '0.5',
    '12.34',
    '1',
    '0.5',
  ]);
  expect([text('0.00', true), text('12.50', true), text('0', true)]).toEqual(['0', '-12.5', '0']);
});

it('follows an exponent exactly', () => {
  expect([text('1.25', false, 1), text('1.25', false, 4), text('125', true, -5), text('1', false, 99)]).toEqual(['12.5', '12500', '-0.00125', null]);
});

it('loses noise, and nothing else', () => {
  expect(['59.97000000000001', '-0.30000000000000004', '0.1', '12.345', '1.0000000001', '0.00000000000000001'].map((each) => withoutNoise(each, 2))).toEqual([
    '59.97',
    '-0.3',
    '0.1',
    '12.345',
    '1',
    '0',
  ]);
  expect(withoutNoise('999.9999999999999', 0)).toBe('1000');
});
