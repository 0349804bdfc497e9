import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { Gathering } from './gathering.js';

describe('what is asked for side by side', () => {
  it('goes in one request, and what comes meanwhile in the next', async () => {
    const requests: number[][] = [];
    let answer: () => void = () => undefined;
    const gathering = new Gathering<number, number>(10, async (items) => {
      requests.push(items);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return items.map((item) => item * 10);
    });
    const first = [gathering.ask(1), gathering.ask(2)];
    await nextTurn();
    const second = [gathering.ask(3), gathering.ask(4)];
    await nextTurn();
    expect(requests).toEqual([[1, 2]]);
    answer();
    expect(await Promise.all(first)).toEqual([10, 20]);
    await nextTurn();
    expect(requests).toEqual([
      [1, 2],
      [3, 4],
    ]);
    answer();
    expect(await Promise.all(second)).toEqual([30, 40]);
  });

  it('fails together when its request fails, and nothing else does', async () => {
    const gathering = new Gathering<number, number>(2, async (items) => {
      if (items.includes(2)) throw new Error('no server');
      return items;
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((item) => gathering.ask(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    await expect(gathering.ask(4)).resolves.toBe(4);
  });

  it('keeps together what is asked for together, and tells of a failure when nothing of it is under way any more', async () => {
    const requests: number[][] = [];
    const answered: number[][] = [];
    const gathering = new Gathering<number, number>(3, async (items) => {
      requests.push(items);
      await nextTurn();
      answered.push(items);
      if (items.includes(1)) throw new Error('no server');
      return items.map((item) => item * 10);
    });
    const asked = [gathering.askAll([1, 2, 3, 4, 5]), gathering.askAll([6, 7]), gathering.askAll([])];
    await expect(asked[0]).rejects.toThrow('no server');
    expect(answered).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(await asked[1]).toEqual([60, 70]);
    expect(await asked[2]).toEqual([]);
    expect(requests).toHaveLength(3);
  });

  it('is answered each with its own, whenever it comes and however long a request takes', async () => {
    const waits = fc.array(fc.record({ turns: fc.nat(3), items: fc.array(fc.nat(1000), { maxLength: 12 }) }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(waits, fc.integer({ min: 1, max: 5 }), fc.nat(3), async (asked, mostAtOnce, slowness) => {
        let underWay = 0;
        const gathering = new Gathering<number, number>(mostAtOnce, async (items) => {
          expect(++underWay).toBe(1);
          expect(items.length).toBeLessThanOrEqual(mostAtOnce);
          for (let turn = 0; turn < slowness; turn++) await nextTurn();
          underWay -= 1;
          return items.map((item) => item + 1);
        });
        const answers = asked.map(async ({ turns, items }) => {
          for (let turn = 0; turn < turns; turn++) await nextTurn();
          return gathering.askAll(items);
        });
        expect(await Promise.all(answers)).toEqual(asked.map(({ items }) => items.map((item) => item + 1)));
      }),
    );
  });
});
