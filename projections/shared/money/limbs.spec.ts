import fc from 'fast-check';
import { addAmount, isNothing, type Limbs, limbCells, noLimbs, totalIn, totalKey, wholeOf } from './limbs.js';

const most = Number.MAX_SAFE_INTEGER;
const extreme = fc.constantFrom(most, -most, most - 1, 1 - most, 2 ** 26, -(2 ** 26), 2 ** 26 - 1, 2 ** 52, -(2 ** 52), 0, 1, -1);
const amounts = fc.array(fc.oneof(extreme, fc.maxSafeInteger()), { maxLength: 200 });
const totals = totalKey('m');
const sumOf = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + BigInt(value), 0n);

function added(values: readonly number[]): Limbs {
  const limbs = noLimbs();
  for (const value of values) addAmount(limbs, value);
  return limbs;
}

it('adds up exactly at any size, and to the same limbs in any order', () => {
  fc.assert(
    fc.property(
      amounts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const limbs = added(all);
        expect(wholeOf(limbs)).toBe(sumOf(all));
        expect(added(shuffled)).toEqual(limbs);
        expect(isNothing(limbs)).toBe(sumOf(all) === 0n);
      },
    ),
  );
});

it('comes to nothing when all is taken away again', () => {
  fc.assert(fc.property(amounts, (all) => expect(added([...all, ...all.map((amount) => -amount)])).toEqual(noLimbs())));
});

it('keeps a small amount in one limb, and carries into the next', () => {
  expect([added([1177]), added([2 ** 26]), added([-1]), added([most, 1])]).toEqual([
    [1177, 0, 0],
    [0, 1, 0],
    [2 ** 26 - 1, 2 ** 26 - 1, -1],
    [0, 0, 2],
  ]);
});

it('is the total of cells that were added up for many documents', () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 20 }), (documents) => {
      const sums = new Map<string, number>();
      for (const document of documents) {
        for (const [cell, amount] of limbCells(totals, 'USD', added(document))) {
          expect(Number.isSafeInteger(amount)).toBe(true);
          sums.set(cell, (sums.get(cell) ?? 0) + amount);
        }
      }
      expect(totalIn(sums, totals, 'USD')).toBe(sumOf(documents.flat()));
    }),
  );
});
