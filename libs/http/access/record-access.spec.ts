import { addressOf } from './record-access.js';

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['2001:db8::1', '2001:db8::1'],
  // A connection that was reset before its request was read.
  [undefined, 'unknown'],
])('a request from %s comes from %s', (ip, address) => {
  expect(addressOf({ ip })).toBe(address);
});
