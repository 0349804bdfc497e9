import { jsonEvent } from '@eventstore/db-client';
import type { Position } from '../event.js';
import type { EventStoreDbEventLog } from './eventstoredb-event-log.js';
import { counted, type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
let writer: EventStoreDbEventLog;
let next = 0;

beforeAll(async () => {
  logs = await startStandInLogs();
  writer = logs.log();
});
afterAll(() => logs.end());

async function grow(): Promise<Position> {
  const result = await writer.append({ stream: 'customer-a', expected: next === 0 ? 'no-stream' : next - 1, events: [counted(next)] });
  next += 1;
  return result.outcome === 'appended' ? result.position : '';
}

/** A wait whose subscription is established. It is returned in an object: a promise inside a promise would be awaited to its end. */
async function waiting(log: EventStoreDbEventLog): Promise<{ readonly end: Promise<void> }> {
  const before = (await logs.server.calls()).subscribe;
  const end = log.waitFor(await grow(), new AbortController().signal);
  while ((await logs.server.calls()).subscribe === before) await new Promise((resolve) => setTimeout(resolve, 10));
  return { end };
}

it('takes up its subscription again when the server drops it', async () => {
  const log = logs.log();
  const { end } = await waiting(log);
  await logs.server.dropSubscriptions();
  await grow();
  await end;
});

it('takes up its subscription again when the server is killed, and says meanwhile what is wrong', async () => {
  const log = logs.log();
  const position = await grow();
  const wait = log.waitFor(position, new AbortController().signal);
  await logs.server.kill();
  while (log.failure === null) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(log.failure).toContain('cannot be followed');
  await logs.server.restart();
  await grow();
  await wait;
  const again = log.waitFor((await log.head())!.position, new AbortController().signal);
  while (log.failure !== null) await new Promise((resolve) => setTimeout(resolve, 10));
  await grow();
  await again;
});

it('notices a subscription that is open and silent', async () => {
  const log = logs.log();
  await logs.server.set({ muteSubscriptions: true });
  const before = (await logs.server.calls()).subscribe;
  for (let round = 0; round < 4; round++) {
    const wait = log.waitFor((await log.head())!.position, new AbortController().signal);
    await grow();
    await wait;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  expect((await logs.server.calls()).subscribe - before).toBeGreaterThan(1);
  await logs.server.set({ muteSubscriptions: false });
});

it('is not woken by other applications, nor by the server’s own events', async () => {
  const log = logs.log();
  const stop = new AbortController();
  let woken = false;
  const wait = log.waitFor(await grow(), stop.signal).then(() => {
    woken = true;
  });
  for (let n = 0; n < 100; n++) await logs.stranger.appendToStream('orders', jsonEvent({ type: 'Ordered', data: { n } }));
  await logs.stranger.setStreamMetadata('orders', { maxCount: 1_000 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(woken).toBe(false);
  stop.abort();
  await wait;
});

it('lets many wait on one subscription, and all of them go when the log is closed', async () => {
  const log = logs.log();
  const position = await grow();
  const before = (await logs.server.calls()).subscribe;
  const waits = Array.from({ length: 20 }, () => log.waitFor(position, new AbortController().signal));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await logs.server.calls()).subscribe - before).toBe(1);
  await log.close();
  await Promise.all(waits);
  await expect(log.head()).rejects.toMatchObject({ code: 'closed' });
  await expect(log.append({ stream: 'customer-b', expected: 'no-stream', events: [counted(1)] })).rejects.toMatchObject({
    code: 'closed',
    outcome: 'not-appended',
  });
});
