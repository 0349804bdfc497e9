import fc from 'fast-check';
import { fitColumns, GAP, type MeasuredColumn } from './fit-columns.js';

const column = fc.record({ width: fc.integer({ min: 1, max: 60 }), narrowest: fc.integer({ min: 1, max: 60 }), isKey: fc.boolean() });
const columnsOf = fc
  .array(column, { minLength: 1, maxLength: 12 })
  .map((columns) =>
    columns.map((each, at): MeasuredColumn => ({ ...each, narrowest: Math.min(each.width, each.narrowest), isKey: at === 0 || (each.isKey && at < 2) })),
  );

it('every column is shown once, keys in each block, none narrower than it may be', () => {
  fc.assert(
    fc.property(columnsOf, fc.integer({ min: 20, max: 120 }), (columns, width) => {
      const blocks = fitColumns(columns, width);
      const keys = columns.flatMap(({ isKey }, index) => (isKey ? [index] : []));
      for (const block of blocks) expect(block.map(({ index }) => index).filter((index) => columns[index]!.isKey)).toEqual(keys);
      const others = blocks.flatMap((block) => block.map(({ index }) => index).filter((index) => !columns[index]!.isKey));
      expect(others).toEqual(columns.flatMap(({ isKey }, index) => (isKey ? [] : [index])));
      for (const { index, width: given } of blocks.flat()) expect(given).toBeGreaterThanOrEqual(columns[index]!.narrowest);
    }),
  );
});

it('what can fit does fit', () => {
  fc.assert(
    fc.property(columnsOf, fc.integer({ min: 20, max: 120 }), (columns, width) => {
      const keys = columns.filter(({ isKey }) => isKey).reduce((sum, each) => sum + each.width + GAP, 0);
      fc.pre(keys - GAP <= width && columns.every((each) => each.isKey || keys + Math.min(each.width, Math.max(each.narrowest, 16)) <= width));
      for (const block of fitColumns(columns, width)) {
        expect(block.reduce((sum, each) => sum + each.width, 0) + GAP * (block.length - 1)).toBeLessThanOrEqual(width);
      }
    }),
  );
});
