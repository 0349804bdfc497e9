import { jsonEvent } from '@eventstore/db-client';
import type { EventStoreDbEventLog } from './eventstoredb-event-log.js';
import { counted, type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
let log: EventStoreDbEventLog;
beforeEach(async () => {
  logs = await startStandInLogs();
  log = logs.log();
  await log.append({ stream: 'customer-a', expected: 'no-stream', events: [0, 1, 2].map((n) => counted(n)) });
});
afterEach(() => logs.end());

const damaged = (code: string) => ({ name: 'StreamDamaged', code, stream: 'customer-a', message: expect.stringContaining('customer-a') });

it('names a deleted stream, instead of taking it for one that never was', async () => {
  await logs.stranger.deleteStream('customer-a');
  await expect(log.readStream('customer-a')).rejects.toMatchObject(damaged('deleted'));
});

it('names a tombstoned stream, to readers and to writers', async () => {
  await logs.stranger.tombstoneStream('customer-a');
  await expect(log.readStream('customer-a')).rejects.toMatchObject(damaged('deleted'));
  await expect(log.append({ stream: 'customer-a', expected: 2, events: [counted(3)] })).rejects.toMatchObject(damaged('deleted'));
});

it.each([{ truncateBefore: 2 }, { maxCount: 1 }])('names a stream that %o has cut', async (metadata) => {
  await logs.stranger.setStreamMetadata('customer-a', metadata);
  await expect(log.readStream('customer-a')).rejects.toMatchObject(damaged('truncated'));
  expect((await log.readStream('customer-a', { from: 2 })).map(({ data }) => data.n)).toEqual([2]);
});

it('names an event on a stream of ours that is not ours', async () => {
  await logs.stranger.appendToStream('customer-a', jsonEvent({ type: 'Intruded', data: {} }));
  await log.append({ stream: 'customer-a', expected: 3, events: [counted(4)] });
  await expect(log.readStream('customer-a')).rejects.toMatchObject(damaged('foreign-event'));
  const rebuild = async () => {
    for await (const _ of log.readStreams({ prefixes: ['customer-'], upTo: (await log.head())!.position }));
  };
  await expect(rebuild()).rejects.toMatchObject(damaged('truncated'));
});
