import fc from 'fast-check';
import { DistinctKeys } from './distinct-keys.js';

describe('DistinctKeys', () => {
  it('numbers keys in order of appearance, as a Map would', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 1e15, noNaN: true }))), (keys) => {
        const distinct = new DistinctKeys();
        const seen = new Map<number, number>();
        for (const key of keys.map((one) => one + 0)) {
          if (!seen.has(key)) seen.set(key, seen.size);
          expect(distinct.numberOf(key)).toBe(seen.get(key));
        }
        expect([...distinct.values()]).toEqual([...seen.keys()]);
      }),
    );
  });

  it('keeps its numbers as it grows', () => {
    const distinct = new DistinctKeys();
    for (let i = 0; i < 20_000; i += 1) expect(distinct.numberOf(i / 7)).toBe(i);
    for (let i = 0; i < 20_000; i += 97) expect(distinct.numberOf(i / 7)).toBe(i);
  });
});
