import { asKept } from './as-kept.js';

const key = (customerId: string, byte: number) => ({ customerId, epoch: 1, secretEpoch: 1, wrapped: Buffer.alloc(92, byte) });

it('gives the key that lies there, and refuses where a store took a key and has none', () => {
  const given = [key('a', 1), key('b', 2)];
  const kept = asKept(given, [key('b', 9), key('a', 1)], 'here');
  expect([kept[0] === given[0], kept[1]]).toEqual([true, key('b', 9)]);
  expect(() => asKept(given, [key('a', 1)], 'here')).toThrow(
    expect.objectContaining({ name: 'VaultUnavailable', message: expect.stringMatching(/"b".*here/) }),
  );
});
