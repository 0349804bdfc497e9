import { LoginThrottle } from './login-throttle.js';

it('an address has an allowance of failures, then one a second; others are not touched', () => {
  let now = 0;
  const throttle = new LoginThrottle(() => now);
  for (let each = 0; each < 100; each += 1) expect(throttle.failed('203.0.113.9')).toBe(0);
  expect(throttle.failed('203.0.113.9')).toBe(1);
  expect(throttle.failed('203.0.113.10')).toBe(0);
  now = 1_000;
  expect([throttle.failed('203.0.113.9'), throttle.failed('203.0.113.9')]).toEqual([0, 1]);
});

it.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::1', '::2', true],
])('%s and %s are of one customer: %s', (one, other, same) => {
  const throttle = new LoginThrottle(() => 0);
  for (let each = 0; each < 100; each += 1) throttle.failed(one);
  expect(throttle.failed(other) > 0).toBe(same);
});
