import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Samples = Readonly<Record<string, unknown>>;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { addMissing } = (await import(join(root, 'scripts/add-missing.mjs'))) as {
  addMissing(known: Samples, wanted: Samples): { readonly whole: Samples; readonly added: readonly string[]; readonly changed: readonly string[] };
};

it('adds the samples that are new, in their places, and leaves those of before', () => {
  const { whole, added, changed } = addMissing({ c: { score: 1 }, a: 1 }, { b: 2, a: 1 });
  expect([Object.entries(whole), added, changed]).toEqual([
    [
      ['a', 1],
      ['b', 2],
      ['c', { score: 1 }],
    ],
    ['b'],
    [],
  ]);
});

it('names a sample that would say something else, and keeps what it says', () => {
  const { whole, added, changed } = addMissing({ a: { score: 1 } }, { a: { score: 2 } });
  expect([whole, added, changed]).toEqual([{ a: { score: 1 } }, [], ['a']]);
});
