import { faultIn } from './fault.js';

it.each([
  [{ a: [1, { b: Number.NaN }] }, '/a/1/b', 'NaN'],
  [[0, Number.POSITIVE_INFINITY], '/1', 'Infinity'],
  [{ total: 2 ** 53 }, '/total', '9007199254740992'],
  [[[undefined]], '/0/0', 'undefined'],
  [{ total: 1n }, '/total', '1'],
  [Number.NEGATIVE_INFINITY, '', '-Infinity'],
])('finds it in %p at %s', (value, pointer, found) => {
  expect(faultIn(value)).toEqual({ pointer, found });
});

it('passes what JSON and every store keep as it is', () => {
  expect(faultIn({ a: [0, -1.5, 1e-300, Number.MAX_SAFE_INTEGER, 1700000000.123, null, true, ''], b: {} })).toBeNull();
});

it('leaves callers their own numbers, but for those that are none', () => {
  expect(faultIn([1e300], true)).toBeNull();
  expect(faultIn([1e300])).toEqual({ pointer: '/0', found: '1e+300' });
  expect(faultIn([Number.NaN], true)).toEqual({ pointer: '/0', found: 'NaN' });
});
