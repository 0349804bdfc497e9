import { FairQueue } from './fair-queue.js';
import { TooMany } from './too-many.js';
import { Unavailable } from './unavailable.js';

const never = new AbortController().signal;
const bounds = { of: 'scans', atOnce: 2, atOncePerKey: 2, waitingPerKey: 3, waiting: 5 };

/** Work that ends on command. */
function work() {
  let end = (): void => {};
  const done = new Promise<void>((resolve) => (end = resolve));
  return { run: () => done, end };
}

const turn = () => new Promise(setImmediate);

describe('a fair queue', () => {
  it('lets in as many as may be, then one key after the other', async () => {
    const queue = new FairQueue(bounds);
    const began: string[] = [];
    const running = [work(), work()];
    const first = running.map(({ run }) => queue.run({ key: 'greedy', signal: never }, run));
    const ask = (key: string, name: string) => queue.run({ key, signal: never }, async () => void began.push(name));
    const others = [ask('greedy', 'g1'), ask('greedy', 'g2'), ask('greedy', 'g3'), ask('modest', 'm1')];
    await turn();
    expect(began).toEqual([]);
    running[0]!.end();
    await Promise.all(others);
    expect(began).toEqual(['g1', 'm1', 'g2', 'g3']);
    running[1]!.end();
    await Promise.all(first);
  });

  it('leaves room for other keys, however much one asks for', async () => {
    const queue = new FairQueue({ ...bounds, atOncePerKey: 1 });
    const running = [work(), work()];
    const greedy = running.map(({ run }) => queue.run({ key: 'greedy', signal: never }, run));
    await queue.run({ key: 'modest', signal: never }, async () => undefined);
    expect(queue.waiting).toBe(1);
    for (const { end } of running) end();
    await Promise.all(greedy);
  });

  it('refuses more than may wait: of one key with 429, of all keys with 503', async () => {
    const queue = new FairQueue(bounds);
    const running = work();
    const asked = ['a', 'a', 'a', 'a', 'a'].map((key) => queue.run({ key, signal: never }, running.run));
    await expect(queue.run({ key: 'a', signal: never }, running.run)).rejects.toMatchObject({ code: 'too-many-waiting', retryAfterSeconds: 1 });
    await expect(queue.run({ key: 'a', signal: never }, running.run)).rejects.toBeInstanceOf(TooMany);
    asked.push(...['b', 'c'].map((key) => queue.run({ key, signal: never }, running.run)));
    await expect(queue.run({ key: 'd', signal: never }, running.run)).rejects.toBeInstanceOf(Unavailable);
    running.end();
    await Promise.all(asked);
    expect(queue.waiting).toBe(0);
  });

  it('forgets who has gone while waiting, and does none of their work', async () => {
    const queue = new FairQueue({ ...bounds, atOnce: 1 });
    const running = work();
    const first = queue.run({ key: 'a', signal: never }, running.run);
    const gone = new AbortController();
    let began = false;
    const left = queue.run({ key: 'a', signal: gone.signal }, async () => {
      began = true;
    });
    gone.abort(new Error('the client has gone'));
    await expect(left).rejects.toThrow('the client has gone');
    expect(queue.waiting).toBe(0);
    running.end();
    await first;
    expect(began).toBe(false);
    await queue.run({ key: 'a', signal: never }, async () => undefined);
  });

  it('is free again after work that failed', async () => {
    const queue = new FairQueue({ ...bounds, atOnce: 1 });
    await expect(
      queue.run({ key: 'a', signal: never }, async () => {
        throw new Error('failed');
      }),
    ).rejects.toThrow('failed');
    await queue.run({ key: 'a', signal: never }, async () => undefined);
  });
});
