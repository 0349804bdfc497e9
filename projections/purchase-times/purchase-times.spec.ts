import fc from 'fast-check';
import { momentOf, secondsBetween } from './moment.js';
import { insert, insertDistinct } from './sorted-numbers.js';

describe('moments of purchases', () => {
  it('are whole days apart when they are, whatever the milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4000 }), (first, days) => {
        expect(secondsBetween(momentOf(first), momentOf(first + days * 86_400_000))).toBe(days * 86_400);
      }),
      { numRuns: 1000 },
    );
  });

  it('stay sorted, in any order of arrival, with or without repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const all: number[] = [];
        const distinct: number[] = [];
        for (const value of values) {
          insert(all, value);
          insertDistinct(distinct, value);
        }
        const sorted = [...values].sort((left, right) => left - right);
        expect(all).toEqual(sorted);
        expect(distinct).toEqual([...new Set(sorted)]);
      }),
    );
  });
});
