import { Keeping } from './keeping.js';

interface Batch {
  readonly all: readonly string[];
  resolve(answer: string): void;
  reject(error: Error): void;
}

let batches: Batch[];
let keeping: Keeping<string, string>;
beforeEach(() => {
  batches = [];
  keeping = new Keeping((all) => new Promise((resolve, reject) => batches.push({ all, resolve, reject })));
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('keeps one batch at a time: all that comes meanwhile is the next, and each hears of its own', async () => {
  const first = [keeping.keep(['a']), keeping.keep(['b', 'c'])];
  await turn();
  const second = [keeping.keep(['d']), keeping.keep(['e'])];
  await turn();
  expect(batches.map(({ all }) => all)).toEqual([['a', 'b', 'c']]);
  batches[0]!.resolve('first');
  await turn();
  expect(batches.map(({ all }) => all)).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
  batches[1]!.resolve('second');
  expect(await Promise.all([...first, ...second])).toEqual(['first', 'first', 'second', 'second']);
});

it('tells an error to all of a batch, and goes on with the next', async () => {
  const first = [keeping.keep(['a']), keeping.keep(['b'])];
  await turn();
  const second = keeping.keep(['c']);
  batches[0]!.reject(new Error('away'));
  expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await turn();
  batches[1]!.resolve('second');
  expect(await second).toBe('second');
});
