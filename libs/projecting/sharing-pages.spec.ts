import type { RecordedEvent } from '@tenure/event-log';
import { type PartitionLog, sharingPages } from './sharing-pages.js';

const event = (n: number) => ({ position: String(n).padStart(4, '0') }) as RecordedEvent;

describe('a log whose pages are shared', () => {
  let events: RecordedEvent[];
  let reads: string[];
  let fails: boolean;
  let log: PartitionLog;

  beforeEach(() => {
    events = [1, 2, 3, 4, 5].map(event);
    reads = [];
    fails = false;
    log = sharingPages({
      readStream: async () => [],
      async readAll({ after, limit }) {
        reads.push(after ?? '');
        if (fails) throw new Error('the log is gone');
        return events.filter(({ position }) => position > (after ?? '')).slice(0, limit);
      },
    });
  });

  it('reads a full page once, for those who ask at the same time and for those who ask later', async () => {
    const [one, other] = await Promise.all([log.readAll({ after: null, limit: 2 }), log.readAll({ after: null, limit: 2 })]);
    expect([one, other, await log.readAll({ after: null, limit: 2 })]).toEqual([events.slice(0, 2), events.slice(0, 2), events.slice(0, 2)]);
    expect(reads).toEqual(['']);
  });

  it('looks again where the log ended, for each', async () => {
    await log.readAll({ after: '0004', limit: 2 });
    events.push(event(6));
    expect(await log.readAll({ after: '0004', limit: 2 })).toEqual([event(5), event(6)]);
    expect(reads).toEqual(['0004', '0004']);
  });

  it('keeps a failure from nobody, and for nobody', async () => {
    fails = true;
    await expect(log.readAll({ after: null, limit: 2 })).rejects.toThrow('the log is gone');
    fails = false;
    expect(await log.readAll({ after: null, limit: 2 })).toHaveLength(2);
  });

  it('keeps few pages', async () => {
    for (const after of ['0000', '0001', '0002', '0003', '0000']) await log.readAll({ after, limit: 1 });
    expect(reads).toEqual(['0000', '0001', '0002', '0003', '0000']);
  });
});
