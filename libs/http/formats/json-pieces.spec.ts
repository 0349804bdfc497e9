import fc from 'fast-check';
import { jsonPieces } from './json-pieces.js';

it('is JSON.stringify, in pieces', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined))), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
    }),
  );
});

it('goes no further ahead than a piece, however long the list', () => {
  const items = Array.from({ length: 100_000 }, (_, n) => ({ n }));
  const pieces = [...jsonPieces({ before: 1, items, after: [] })];
  expect(pieces.join('')).toBe(JSON.stringify({ before: 1, items, after: [] }));
  expect(pieces.length).toBeGreaterThan(10);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(66_000);
});
