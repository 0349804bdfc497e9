import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { takeTurns } from './take-turns.js';

it('requests that come all at once begin in their order, some in each turn of the event loop', async () => {
  let hook: (request: null, reply: null, done: () => void) => void = () => undefined;
  takeTurns({ addHook: (_: string, added: typeof hook) => (hook = added) } as unknown as FastifyInstance);
  const begun: number[] = [];
  const work = (n: number) => () => {
    begun.push(n);
    const until = performance.now() + 1;
    while (performance.now() < until);
  };
  for (let n = 0; n < 100; n++) hook(null, null, work(n));
  const perTurn = [begun.length];
  while (begun.length < 100) {
    await nextTurn();
    perTurn.push(begun.length - perTurn.reduce((sum, each) => sum + each, 0));
  }
  expect(Math.max(...perTurn)).toBeLessThan(15);
  expect(begun).toEqual(Array.from({ length: 100 }, (_, n) => n));
});
