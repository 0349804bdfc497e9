import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import { partitionOf } from '../../partition-of.js';
import { nextBatch } from './next-batch.js';

const event = (position: number, stream: string, bytes = 10): RecordedEvent => ({
  position: String(position).padStart(4, '0'),
  stream,
  revision: position,
  type: 'VisitRecorded',
  version: 1,
  occurredAt: 0,
  recordedAt: 0,
  data: { text: 'x'.repeat(bytes) },
  personal: undefined,
  metadata: { commandId: `k-${position}`, index: 0, payloadHash: 'h', actor: 'test' },
});

const logOf = (events: readonly RecordedEvent[]) =>
  ({
    readAll: async ({ after, limit }: { after: string | null; limit: number }) => events.filter(({ position }) => position > (after ?? '')).slice(0, limit),
  }) as unknown as EventLogReader;

const limits = { publication: 'p', partitions: 2, batchEvents: 100, batchBytes: 10_000 };

describe('the next batch of the relay', () => {
  it('is none at the head of the log', async () => {
    expect(await nextBatch(logOf([event(1, 'customer-a')]), '0001', limits)).toBeNull();
  });

  it('moves past events that belong to no customer', async () => {
    const batch = await nextBatch(logOf([event(1, 'model-x'), event(2, 'customer-a'), event(3, 'access-keys')]), null, limits);
    expect(batch!.records.map(({ key, partition }) => [key, partition])).toEqual([['a', partitionOf('a', 2)]]);
    expect(batch!.last.position).toBe('0003');
    expect(await nextBatch(logOf([event(4, 'model-x')]), '0003', limits)).toMatchObject({ records: [], last: { position: '0004' } });
  });

  it('ends before a partition gets more than it may at a time, and goes on there', async () => {
    const log = logOf([1, 2, 3, 4, 5].map((n) => event(n, 'customer-a', 3_000)));
    const positions: string[] = [];
    let after: string | null = null;
    for (;;) {
      const batch: Awaited<ReturnType<typeof nextBatch>> = await nextBatch(log, after, limits);
      if (!batch) break;
      after = batch.last.position;
      positions.push(after);
    }
    expect(positions).toEqual(['0002', '0004', '0005']);
  });

  it('sends a record that is too large for any batch alone', async () => {
    const log = logOf([event(1, 'customer-a'), event(2, 'customer-a', 50_000), event(3, 'customer-a')]);
    expect((await nextBatch(log, null, limits))!.last.position).toBe('0001');
    expect((await nextBatch(log, '0001', limits))!.last.position).toBe('0002');
    expect((await nextBatch(log, '0002', limits))!.last.position).toBe('0003');
  });
});
