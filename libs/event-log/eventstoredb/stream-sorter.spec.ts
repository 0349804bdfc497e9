import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { compareNames } from './compare-names.js';
import { mergeSorted } from './merge-sorted.js';
import { compareLines, type SpillLine } from './spill-line.js';
import { StreamSorter } from './stream-sorter.js';

const line = (stream: string, revision: number): SpillLine => ({ stream, revision, text: `${JSON.stringify([stream, revision])}\t{"é":"\u{1F600}"}` });

it('compares names as UTF-8 does', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 6 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(compareNames(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  expect(compareNames('\u{1F600}', '\uFF5E')).toBeGreaterThan(0);
});

it('merges any number of sorted sequences', async () => {
  const sequences = fc.array(fc.array(fc.integer()), { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(sequences, async (lists) => {
      const sorted = lists.map((list) => [...list].sort((a, b) => a - b));
      const merged: number[] = [];
      for await (const each of mergeSorted(sorted, (a, b) => a - b)) merged.push(each);
      expect(merged).toEqual(lists.flat().sort((a, b) => a - b));
    }),
  );
});

it.each([300, 20_000, 10_000_000])('sorts with %i bytes of memory as it would without a bound', async (bytes) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-sorter-'));
  const sorter = new StreamSorter(folder, bytes);
  const lines = Array.from({ length: 1_500 }, (_, n) => line(`s-${(n * 7919) % 401}-\u{1F600}`, (n * 31) % 97));
  for (const each of lines) await sorter.add(each);
  const sorted: string[] = [];
  for await (const { text } of sorter.sorted()) sorted.push(text);
  await sorter.close();
  expect(sorted).toEqual([...lines].sort(compareLines).map(({ text }) => text));
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
