import type { CellAmount } from '@tenure/read-store';
import fc from 'fast-check';
import { SumChanges } from './sum-changes.js';

const contributions = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -3, max: 3 })), { maxLength: 6 });

describe('what a batch adds to each cell', () => {
  it('is all contributions after less all before, wherever in their lists they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(contributions, contributions)), (moves) => {
        const changes = new SumChanges();
        for (const [before, after] of moves) changes.move(before, after);
        const total = (cell: string, lists: CellAmount[][]) => lists.flat().reduce((sum, [name, amount]) => (name === cell ? sum + amount : sum), 0);
        const expected = ['a', 'b', 'c', 'd']
          .map((cell): CellAmount => {
            const after = total(
              cell,
              moves.map(([, after]) => after),
            );
            const before = total(
              cell,
              moves.map(([before]) => before),
            );
            return [cell, after - before];
          })
          .filter(([, amount]) => amount !== 0);
        expect(changes.take()).toEqual(expected);
        expect(changes.take()).toEqual([]);
      }),
    );
  });
});
