import { fileURLToPath } from 'node:url';
import { SupervisedThread } from './supervised-thread.js';
import { Thread } from './thread.js';
import { ThreadLost } from './thread-lost.js';

const options = { file: fileURLToPath(new URL('./testing/thread-under-test.worker.js', import.meta.url)), name: 'tested', workerData: null, heapMegabytes: 64 };

describe('a call into a thread', () => {
  let thread: Thread;
  beforeEach(async () => {
    thread = await Thread.start(options);
  });
  afterEach(() => thread.stop());

  it('ends with its caller: the work stops at the next slice', async () => {
    const gone = new AbortController();
    const work = thread.call('work', null, { signal: gone.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    gone.abort(new Error('the client has gone'));
    await expect(work).rejects.toThrow('the client has gone');
    const steps = await thread.call<number>('steps');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await thread.call<number>('steps')).toBe(steps);
  });

  it('is not begun for a caller who has gone', async () => {
    await expect(thread.call('work', null, { signal: AbortSignal.abort(new Error('gone before')) })).rejects.toThrow('gone before');
    expect(await thread.call<number>('steps')).toBe(0);
  });

  it('closes its rows when the reader leaves, by itself or because its client has gone', async () => {
    const leaving = thread.rows<number>('numbers', 1_000_000);
    await leaving.next();
    expect(await thread.call('open')).toBe(1);
    await leaving.return(undefined);
    expect(await thread.call('open')).toBe(0);

    const gone = new AbortController();
    const cut = thread.rows<number>('numbers', 1_000_000, { signal: gone.signal });
    await cut.next();
    gone.abort(new Error('gone'));
    await expect(
      (async () => {
        for await (const row of cut) void row;
      })(),
    ).rejects.toThrow('gone');
    expect(await thread.call('open')).toBe(0);
  });

  it('closes its rows also where the reader never comes again', async () => {
    const gone = new AbortController();
    const left = thread.rows<number>('numbers', 1_000_000, { signal: gone.signal });
    await left.next();
    gone.abort(new Error('gone'));
    expect(await thread.call('open')).toBe(0);
  });

  it('gives every row once, in order, however slowly they come', async () => {
    const read = async (name: string, count: number) => {
      const rows: number[] = [];
      for await (const row of thread.rows<number>(name, count)) rows.push(row);
      return rows;
    };
    expect(await read('numbers', 2_500)).toEqual(Array.from({ length: 2_500 }, (_, n) => n));
    expect(await read('slowly', 12)).toEqual(Array.from({ length: 12 }, (_, n) => n));
    expect(await read('numbers', 0)).toEqual([]);
  });

  it('answers with buffers that are not copied', async () => {
    expect(await thread.call('lend')).toEqual({ lent: new Uint8Array([1, 2, 3]) });
    expect(await thread.call('left')).toBe(0);
  });

  it('can ask its caller, and hears why it was refused', async () => {
    expect(await thread.call('asked', 21, { answers: { double: async (n: number) => 2 * n } })).toBe(42);
    const refusing = async () => {
      throw new RangeError('not that one');
    };
    await expect(thread.call('asked', 21, { answers: { double: refusing } })).rejects.toThrow('not that one');
  });
});

describe.each([
  ['throws', 'throwLater', 'nobody caught this.'],
  ['leaves the process', 'exit', 'it stopped with code 3.'],
  ['uses up its memory', 'fillMemory', 'it had used up its memory.'],
])('a supervised thread that %s', (_, handler, reason) => {
  const warnings: string[] = [];
  let tidied = 0;
  let thread: SupervisedThread;
  beforeEach(async () => {
    warnings.length = 0;
    tidied = 0;
    thread = await new SupervisedThread({
      ...options,
      warn: (message) => warnings.push(message),
      tidyUp: () => {
        tidied += 1;
      },
    }).start();
  });
  afterEach(() => thread.stop());

  it('is started again; the call that it worked on fails alone, with the reason', async () => {
    const failed = await thread.call(handler).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ThreadLost);
    expect((failed as Error).message).toBe(`The tested thread of the engine ended: ${reason}`);
    expect(await thread.call('echo', 'again')).toBe('again');
    expect(thread.state).toMatchObject({ state: 'running', restarts: 1, lastEnd: (failed as Error).message });
    expect(tidied).toBe(1);
    expect(warnings).toEqual([expect.stringContaining('It is started again')]);
  });

  it('is started again as often as it ends', async () => {
    for (let n = 1; n <= 3; n += 1) {
      await expect(thread.call(handler)).rejects.toBeInstanceOf(ThreadLost);
      expect(await thread.call('echo', n)).toBe(n);
    }
    expect(thread.state.restarts).toBe(3);
  });
});

it('a supervised thread that cannot be started tells whoever asked for it, and tries again for the next', async () => {
  const thread = new SupervisedThread({ ...options, file: '/there/is/no/such.worker.js', warn: () => undefined });
  await expect(thread.call('echo', 1)).rejects.toThrow(/such\.worker/);
  await expect(thread.call('echo', 1)).rejects.toThrow(/such\.worker/);
  expect(thread.state).toMatchObject({ state: 'idle', restarts: 0 });
  await thread.stop();
});
