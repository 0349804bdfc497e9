import { setImmediate as nextTurn } from 'node:timers/promises';
import { Gathering } from './gathering.js';

const ids = Array.from({ length: 1_000 }, (_, n) => `c${n % 900}`);

it('asks one question for all who ask at once, and for all who ask while it is answered', async () => {
  const questions: string[][] = [];
  const gathering = new Gathering<string>(async (customerIds) => {
    questions.push([...customerIds]);
    await nextTurn();
    return new Map(customerIds.map((id) => [id, `key of ${id}`]));
  });
  const first = ids.map((id) => gathering.ask([id]));
  await nextTurn();
  const second = ['x', 'y'].map((id) => gathering.ask([id]));
  expect((await Promise.all(first)).map((answers, at) => answers.get(ids[at]!))).toEqual(ids.map((id) => `key of ${id}`));
  expect((await Promise.all(second)).map((answers) => answers.get('y'))).toEqual(['key of y', 'key of y']);
  expect(questions.map(({ length }) => length)).toEqual([900, 2]);
});

it('lets other work in between those who go on', async () => {
  const gathering = new Gathering<string>(async () => new Map());
  const perTurn = [0];
  let done = false;
  const all = Promise.all(ids.map((id) => gathering.ask([id]).then(() => (perTurn[perTurn.length - 1]! += 1)))).then(() => (done = true));
  while (!done) {
    await nextTurn();
    perTurn.push(0);
  }
  await all;
  expect(Math.max(...perTurn)).toBeLessThanOrEqual(100);
});

it('tells an error to all who asked, and asks again for the next', async () => {
  let fails = true;
  const gathering = new Gathering<string>(async (customerIds) => {
    if (fails) throw new Error('away');
    return new Map(customerIds.map((id) => [id, id]));
  });
  expect((await Promise.allSettled([gathering.ask(['a']), gathering.ask(['b'])])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect((await gathering.ask(['a'])).get('a')).toBe('a');
});
