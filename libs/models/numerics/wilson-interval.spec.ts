import fc from 'fast-check';
import { wilsonInterval } from './wilson-interval.js';

describe('the Wilson interval', () => {
  it('is that of the books', () => {
    expect(wilsonInterval(1157, 7846)).toEqual({ rate: expect.closeTo(0.14746, 5), low: expect.closeTo(0.13979, 5), high: expect.closeTo(0.15548, 5) });
    expect(wilsonInterval(0, 10)).toEqual({ rate: 0, low: 0, high: expect.closeTo(0.27753, 5) });
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('holds the rate and stays within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000).chain((size) => fc.tuple(fc.nat(size), fc.constant(size))),
        ([count, size]) => {
          if (size === 0) return;
          const { rate, low, high } = wilsonInterval(count, size)!;
          expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true);
        },
      ),
    );
  });
});
