import fc from 'fast-check';
import { compareFacts, keep } from './counted-facts.js';
import { type CountedNumbers, countNumber, noNumbers } from './counted-numbers.js';

const change = fc.tuple(fc.integer({ min: -2, max: 3 }), fc.constantFrom<1 | -1>(1, 1, -1));
const changes = fc.array(change, { maxLength: 30 });
const shuffled = changes.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })));

describe('counted numbers', () => {
  const counted = (all: ReadonlyArray<readonly [number, 1 | -1]>): CountedNumbers => {
    const numbers = noNumbers();
    for (const [value, by] of all) countNumber(numbers, value, by);
    return numbers;
  };

  it('are what was added less what was taken away, whatever the order', () => {
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const [distinct, further] = counted(all);
        expect(counted(other)).toEqual([distinct, further]);
        for (let value = -2; value <= 3; value += 1) {
          const count = all.reduce((sum, [one, by]) => sum + (one === value ? by : 0), 0);
          const pair = further.findIndex((one, i) => i % 2 === 0 && one === value);
          expect((distinct.includes(value) ? 1 : 0) + (pair === -1 ? 0 : further[pair + 1]!)).toBe(count);
          expect(distinct.includes(value)).toBe(count > 0);
        }
        expect(distinct).toEqual([...new Set(distinct)].sort((left, right) => left - right));
      }),
      { numRuns: 500 },
    );
  });
});

describe('counted facts', () => {
  it('are those kept less those taken back, whatever the order', () => {
    const fact = (value: number) => [value % 2, value < 0 ? null : `f${value}`] as const;
    const counted = (all: ReadonlyArray<readonly [number, 1 | -1]>) => {
      const held: Array<ReturnType<typeof fact>> = [];
      const owed: Array<ReturnType<typeof fact>> = [];
      for (const [value, by] of all) {
        if (by === 1) keep(fact(value), held, owed);
        else keep(fact(value), owed, held);
      }
      return { held, owed };
    };
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const { held, owed } = counted(all);
        expect(counted(other)).toEqual({ held, owed });
        expect(held.length - owed.length).toBe(all.reduce((sum, [, by]) => sum + by, 0));
        expect(held).toEqual([...held].sort(compareFacts));
        expect(held.filter((one) => owed.some((two) => compareFacts(one, two) === 0))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
