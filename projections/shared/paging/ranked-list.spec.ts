import fc from 'fast-check';
import type { Ranked } from './best-first.js';
import { RankedList } from './ranked-list.js';

const entries = fc.uniqueArray(fc.record({ value: fc.integer({ min: 0, max: 5 }), key: fc.string({ maxLength: 2 }) }), { selector: ({ key }) => key });

function pageOf(all: readonly Ranked[], limit: number, cursor: string | undefined, pins: object = { about: 'all' }) {
  const list = new RankedList<Ranked>({ limit: `${limit}`, cursor }, { ...pins });
  for (const entry of all) if (list.accepts(entry.value, entry.key)) list.add(entry);
  return list.page();
}

it('its pages, one after the other, are the whole ranking, each entry once', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 4 }), (all, limit) => {
      const seen: Ranked[] = [];
      let cursor: string | undefined;
      do {
        const { page, next } = pageOf(all, limit, cursor);
        expect(page.length).toBe(next === null ? all.length - seen.length : limit);
        seen.push(...page);
        cursor = next ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual([...all].sort((left, right) => right.value - left.value || (left.key < right.key ? -1 : 1)));
    }),
  );
});

it('refuses the cursor of a list about something else', () => {
  const { next } = pageOf(
    [1, 2].map((value) => ({ value, key: `${value}` })),
    1,
    undefined,
  );
  expect(() => pageOf([], 1, next!, { about: 'some' })).toThrow(expect.objectContaining({ code: 'cursor-mismatch' }));
});
