import fc from 'fast-check';
import { BestFirst, type Ranked } from './best-first.js';

const entries = fc.uniqueArray(fc.record({ value: fc.integer({ min: 0, max: 5 }), key: fc.string({ maxLength: 2 }) }), { selector: ({ key }) => key });
const inOrder = (left: Ranked, right: Ranked): number => right.value - left.value || (left.key < right.key ? -1 : 1);

describe('the first of a ranking', () => {
  it('are the ones that sorting everything would give, after any place', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 6 }), fc.nat(8), (all, limit, place) => {
        const sorted = [...all].sort(inOrder);
        const after = sorted[place - 1] ?? null;
        const best = new BestFirst<Ranked>(limit, after);
        for (const entry of all) if (best.accepts(entry.value, entry.key)) best.add(entry);
        expect(best.inOrder()).toEqual(sorted.slice(after === null ? 0 : place, (after === null ? 0 : place) + limit));
      }),
    );
  });
});
