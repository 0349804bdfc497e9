import type { LogHead } from '@tenure/event-log';
import { caughtUp } from './caught-up.js';

const log = { head: async () => ({ position: '0000000000000009' }) as LogHead };
const at = (step: number): string => String(step).padStart(16, '0');

describe('read models are waited for', () => {
  it('as long as they move, however long it takes', async () => {
    let step = 0;
    await caughtUp(log, async () => at(step++), undefined, { still: 100, longest: 10_000 });
    expect(step).toBe(10);
  });

  it('no longer when they stand still, or when nobody waits any more', async () => {
    await expect(caughtUp(log, async () => at(3), undefined, { still: 50, longest: 10_000 })).rejects.toMatchObject({ code: 'not-caught-up' });
    let step = 0;
    await expect(caughtUp(log, async () => at(Math.min(8, step++)), undefined, { still: 10_000, longest: 60 })).rejects.toMatchObject({
      code: 'not-caught-up',
    });
    await expect(caughtUp(log, async () => at(3), AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });

  it('not at all where the log is empty', async () => {
    await caughtUp({ head: async () => null }, () => Promise.reject(new Error('asked')));
  });
});
