import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { counted, type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
beforeEach(async () => {
  logs = await startStandInLogs();
});
afterEach(() => logs.end());

const noise = async (count: number) => {
  const events = Array.from({ length: count }, (_, n) =>
    n % 2 ? jsonEvent({ type: 'Ordered', data: { n } }) : binaryEvent({ type: 'Blob', data: Buffer.from([n % 256]) }),
  );
  await logs.stranger.appendToStream('orders', events);
  await logs.stranger.appendToStream('links', binaryEvent({ type: '$>', data: Buffer.from('0@orders') }));
};

it('reads over whole pages of events that are not ours', async () => {
  const log = logs.log({ pageSize: 50 });
  await noise(200);
  await log.append({ stream: 'customer-a', expected: 'no-stream', events: [counted(1)] });
  await noise(200);
  await log.append({ stream: 'customer-a', expected: 0, events: [counted(2)] });
  await noise(200);
  const all = await log.readAll({ after: null, limit: 10 });
  expect(all.map(({ data }) => data.n)).toEqual([1, 2]);
  expect((await log.readAll({ after: all[0]!.position, limit: 1 })).map(({ data }) => data.n)).toEqual([2]);
  expect(await log.readAll({ after: all[1]!.position, limit: 1 })).toEqual([]);
  expect((await log.head())!.position).toBe(all[1]!.position);
  expect(await log.positionAt(Date.now())).toBe(all[1]!.position);
  expect((await logs.server.calls()).largestRead).toBeLessThanOrEqual(50);
});

it('has no head and no events in a log that is only others’', async () => {
  const log = logs.log({ pageSize: 50 });
  await noise(120);
  expect(await log.head()).toBeNull();
  expect(await log.readAll({ after: null, limit: 5 })).toEqual([]);
  expect(await log.positionAt(Date.now())).toBeNull();
});

it('goes over a long stretch of others’ events in few pages, and not again over those before the first of ours', async () => {
  const reads = async (reading: () => Promise<unknown>) => {
    const before = (await logs.server.calls()).read;
    await reading();
    return (await logs.server.calls()).read - before;
  };
  const log = logs.log();
  await noise(1_500);
  // Pages of 32, 64, 128, 256, and 500 from then on.
  expect(await reads(() => log.readAll({ after: null, limit: 1 }))).toBeLessThan(8);
  await log.head();
  expect(await reads(() => log.readAll({ after: null, limit: 1 }))).toBe(1);
  await log.append({ stream: 'customer-a', expected: 'no-stream', events: [counted(1)] });
  await log.head();
  expect(await reads(async () => expect(await log.readAll({ after: null, limit: 1 })).toHaveLength(1))).toBe(1);
});

it('keeps engines in different namespaces apart', async () => {
  const [one, other] = [logs.log({ namespace: 'one.' }), logs.log({ namespace: 'other.' })];
  await one.append({ stream: 'customer-a', expected: 'no-stream', events: [counted(1)] });
  expect(await other.readStream('customer-a')).toEqual([]);
  expect(await other.head()).toBeNull();
  expect((await one.readAll({ after: null, limit: 9 })).map(({ stream }) => stream)).toEqual(['customer-a']);
});

it('leaves out streams of others that begin as theirs do, where it has no namespace and is told which are its own', async () => {
  const [all, own] = [logs.log(), logs.log({ isOwn: (stream) => stream.startsWith('customer-') })];
  await all.append({ stream: 'customer-a', expected: 'no-stream', events: [counted(1)] });
  await logs.log({ namespace: 'other.' }).append({ stream: 'customer-a', expected: 'no-stream', events: [counted(2)] });
  const streamsOf = async (log: typeof all) => (await log.readAll({ after: null, limit: 9 })).map(({ stream }) => stream);
  expect(await streamsOf(all)).toEqual(expect.arrayContaining(['customer-a', 'other.customer-a']));
  expect(await streamsOf(own)).toEqual(['customer-a']);
  expect((await own.head())!.position).toBe((await own.readStream('customer-a'))[0]!.position);
});

it('leaves on the server what its own pages and other tools can use', async () => {
  const metadata = { ...counted(1).metadata, correlationId: 'order-7', causationId: 'command-6' };
  await logs.log().append({ stream: 'customer-a', expected: 'no-stream', events: [{ ...counted(1), personal: { name: 'Ada' }, metadata }] });
  for await (const { event } of logs.stranger.readStream('customer-a', { maxCount: 1 })) {
    expect(event).toMatchObject({ type: 'Counted', isJson: true, data: { facts: { n: 1 }, personal: { name: 'Ada' } } });
    expect(event!.metadata).toMatchObject({ $correlationId: 'order-7', $causationId: 'command-6', occurredAt: 1, version: 1, commandId: 'command-1' });
  }
});
