import { SignInCodes } from './sign-in-codes.js';

let now = 0;
const codes = new SignInCodes(() => now);

it('a code has 256 bits and is taken once', () => {
  const code = codes.issue();
  expect(Buffer.from(code, 'base64url')).toHaveLength(32);
  expect([codes.take(code), codes.take(code)]).toEqual([true, false]);
});

it('a code is good for ten minutes, and not at their end', () => {
  for (const [after, isGood] of [
    [599_999, true],
    [600_000, false],
  ] as const) {
    const code = codes.issue();
    now += after;
    expect([after, codes.take(code)]).toEqual([after, isGood]);
  }
});

it('other texts are not taken, and use nothing up', () => {
  const code = codes.issue();
  expect(['', 'x', `${code}x`, code.slice(1)].map((text) => codes.take(text))).toEqual([false, false, false, false]);
  expect(codes.take(code)).toBe(true);
});

it('a further code takes the place of the one before', () => {
  const before = codes.issue();
  const code = codes.issue();
  expect([codes.take(before), codes.take(code)]).toEqual([false, true]);
});
