import type { FetchedBatch } from '../client/group-member.js';
import { toRecord } from '../cloud-event.js';
import { toFeedBatch } from './to-feed-batch.js';

const record = (n: number, publication?: string) =>
  toRecord(
    {
      position: String(n).padStart(4, '0'),
      stream: 'customer-a',
      revision: n,
      type: 'VisitRecorded',
      version: 1,
      occurredAt: 0,
      recordedAt: 0,
      data: {},
      personal: undefined,
      metadata: { commandId: `k-${n}`, index: 0, payloadHash: '', actor: 'spec' },
    },
    publication,
  )!;

function fetched(from: number, ...records: ReturnType<typeof record>[]): FetchedBatch {
  const messages = records.map(({ key, value, headers }, i) => ({ key: Buffer.from(key), value: Buffer.from(value), headers, offset: String(from + i) }));
  return { messages, next: from + records.length, highWatermark: 99 } as unknown as FetchedBatch;
}

const all = () => true;

describe('a batch of the feed', () => {
  it('tells in which publications its events came; records of before there were any, and foreign ones, tell none', () => {
    const foreign = { ...record(3), headers: { ce_publication: 'forged' } };
    const batch = toFeedBatch(fetched(5, record(0), record(1, 'first'), record(2, 'second'), foreign), 5, all);
    expect([batch.events.length, batch.foreign.length, batch.publications]).toEqual([3, 1, [null, 'first', 'second']]);
  });

  it.each([
    ['none, where it goes on', 5, 5, 0],
    ['none, where nobody knows what comes next', 5, null, 0],
    ['those that retention has removed', 7, 5, 2],
    ['those that a topic made anew is short of', 0, 5, 5],
  ])('counts as missing %s', (_, from, expected, missing) => {
    expect(toFeedBatch(fetched(from, record(0, 'first')), expected, all).missing).toBe(missing);
  });
});
