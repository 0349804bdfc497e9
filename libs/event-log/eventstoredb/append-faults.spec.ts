import { randomUUID } from 'node:crypto';
import { AccessDeniedError, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { append } from './append.js';
import { ClockWatch } from './clock-watch.js';
import { Connection } from './connection.js';
import { withDefaults } from './settings.js';
import { counted, type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
beforeAll(async () => {
  logs = await startStandInLogs();
});
afterAll(() => logs.end());
afterEach(() => logs.server.set({ clockOffsetMs: 0, loseAnswers: 0, ignoreAppends: 0, breakAfterAppends: 0, notLeader: null }));

const stream = () => `customer-${randomUUID()}`;
const numbers = async (name: string) => (await logs.log().readStream(name)).map(({ data }) => data.n);

it.each(['loseAnswers', 'breakAfterAppends'] as const)('finds an append that was written and not answered (%s), without writing again', async (fault) => {
  const name = stream();
  const before = (await logs.server.calls()).append;
  await logs.server.set({ [fault]: 1 });
  const result = await logs.log().append({ stream: name, expected: 'no-stream', events: [counted(1), counted(2)] });
  expect(result).toMatchObject({ outcome: 'appended', revision: 1 });
  expect((await logs.server.calls()).append - before).toBe(1);
  expect(await numbers(name)).toEqual([1, 2]);
});

it('tries an append that never arrived again, and appends it once', async () => {
  const name = stream();
  await logs.server.set({ ignoreAppends: 2 });
  expect(await logs.log().append({ stream: name, expected: 'no-stream', events: [counted(1)] })).toMatchObject({ outcome: 'appended', revision: 0 });
  expect(await numbers(name)).toEqual([1]);
});

it('calls it a conflict when a lost append was overtaken', async () => {
  const name = stream();
  await logs.server.set({ ignoreAppends: 1 });
  const overtaken = logs.log().append({ stream: name, expected: 'no-stream', events: [counted(1)] });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await logs.log().append({ stream: name, expected: 'no-stream', events: [counted(2), counted(3)] });
  expect(await overtaken).toEqual({ outcome: 'conflict', actual: 1 });
});

it('is "unknown" when it stays unknown, and one effect when it is sent again', async () => {
  const [name, log] = [stream(), logs.log({ deadlineMs: 150, settleForMs: 400 })];
  await log.append({ stream: name, expected: 'no-stream', events: [counted(1)] });
  logs.server.pause();
  const request = { stream: name, expected: 0, events: [counted(2)] };
  const failed = log.append(request);
  await expect(failed).rejects.toMatchObject({
    name: 'LogUnavailable',
    outcome: 'unknown',
    code: 'timed-out',
    message: expect.stringContaining('EVENTSTOREDB_URL'),
  });
  logs.server.resume();
  expect(await log.append(request)).toMatchObject({ outcome: 'appended', revision: 1 });
  expect(await numbers(name)).toEqual([1, 2]);
});

it('never cancels an append, which would look complete to the server', async () => {
  const [name, log] = [stream(), logs.log({ deadlineMs: 100 })];
  const before = (await logs.server.calls()).appendsGivenUp;
  await logs.server.set({ ignoreAppends: 3 });
  await log.append({ stream: name, expected: 'no-stream', events: [counted(1), counted(2)] });
  expect((await logs.server.calls()).appendsGivenUp).toBe(before);
});

it('completes a command that a server has torn, and leaves commands of others alone', async () => {
  const [name, log] = [stream(), logs.log()];
  const command = (commandId: string, ...ns: number[]) => ns.map((n, index) => ({ ...counted(n), metadata: { ...counted(n).metadata, commandId, index } }));
  const events = [...command('a', 1), ...command('b', 2, 3, 4)];
  await log.append({ stream: name, expected: 'no-stream', events: events.slice(0, 2) });
  const completed = await log.append({ stream: name, expected: 'no-stream', events });
  expect(completed).toMatchObject({ outcome: 'appended', revision: 3 });
  expect(await numbers(name)).toEqual([1, 2, 3, 4]);
  expect(completed.outcome === 'appended' && completed.positions).toEqual((await log.readStream(name)).map(({ position }) => position));

  const another = stream();
  await log.append({ stream: another, expected: 'no-stream', events: command('a', 1) });
  expect(await log.append({ stream: another, expected: 'no-stream', events })).toEqual({ outcome: 'conflict', actual: 0 });
  expect(await numbers(another)).toEqual([1]);
});

it.each<[string, { maxAppendBytes?: number }]>([
  ['torn', {}],
  ['split', { maxAppendBytes: 1_500 }],
])('does not say that nothing was recorded when the rest of an append is refused that was %s', async (_, settings) => {
  const name = stream();
  const torn = settings.maxAppendBytes === undefined;
  const events = [0, 1].map((index) => {
    const event = counted(index, torn ? 'a' : undefined);
    return { ...event, data: { n: index, text: 'x'.repeat(1_000) }, metadata: { ...event.metadata, index } };
  });
  if (torn) await logs.log().append({ stream: name, expected: 'no-stream', events: events.slice(0, 1) });
  const connection = new Connection(withDefaults({ url: logs.server.url, ...settings }));
  const { client } = await connection.node();
  const appendToStream = client.appendToStream.bind(client);
  let calls = 0;
  client.appendToStream = ((...call: Parameters<typeof appendToStream>) =>
    ++calls === 1 ? appendToStream(...call) : Promise.reject(Object.create(AccessDeniedError.prototype))) as typeof appendToStream;
  await expect(append(connection, new ClockWatch(), { stream: name, expected: 'no-stream', events })).rejects.toMatchObject({
    code: 'denied',
    outcome: 'unknown',
  });
  expect(await numbers(name)).toEqual([0]);
  await connection.close();
});

it('takes an append whose events are already there as appended', async () => {
  const request = { stream: stream(), expected: 'no-stream', events: [counted(1), counted(2)] } as const;
  const first = await logs.log().append(request);
  expect(await logs.log().append(request)).toEqual(first);
  await logs.log().append({ ...request, expected: 1, events: [counted(3)] });
  expect(await logs.log().append(request)).toEqual(first);
});

it('follows a change of leader', async () => {
  await logs.server.set({ notLeader: { host: '127.0.0.1', port: logs.server.port, times: 3 } });
  expect(await logs.log().append({ stream: stream(), expected: 'no-stream', events: [counted(1)] })).toMatchObject({ outcome: 'appended' });
});

it('knows that nothing was appended when no leader was found', async () => {
  await logs.server.set({ notLeader: { host: '127.0.0.1', port: logs.server.port, times: 1_000 } });
  const failed = logs.log({ settleForMs: 200 }).append({ stream: stream(), expected: 'no-stream', events: [counted(1)] });
  await expect(failed).rejects.toMatchObject({ code: 'not-leader', outcome: 'not-appended' });
});

it('stays "unknown" when only the last tries were certainly refused', async () => {
  const refused = { notLeader: { host: '127.0.0.1', port: logs.server.port, times: 1_000 } };
  await logs.server.set({ ignoreAppends: 1 });
  const failed = logs.log({ deadlineMs: 400, settleForMs: 1_000 }).append({ stream: stream(), expected: 'no-stream', events: [counted(1)] });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await logs.server.set(refused);
  await expect(failed).rejects.toMatchObject({ code: 'not-leader', outcome: 'unknown' });
});

it.each([60_000, -60_000])('appends though the server’s clock is off by %i ms, and names the difference', async (clockOffsetMs) => {
  await logs.server.set({ clockOffsetMs });
  const log = logs.log();
  expect(await log.append({ stream: stream(), expected: 'no-stream', events: [counted(1)] })).toMatchObject({ outcome: 'appended' });
  expect(Math.round(log.clockSkewMs! / 10_000)).toBe(clockOffsetMs / 10_000);
  expect(log.warning).toMatch(clockOffsetMs > 0 ? /60\.0 s behind EventStoreDB.*NTP/ : /(60\.0|59\.9) s ahead of EventStoreDB.*NTP/);
  await logs.server.set({ clockOffsetMs: 0 });
  await log.append({ stream: stream(), expected: 'no-stream', events: [counted(1)] });
  expect(log.warning).toBeNull();
});

it('never takes the client’s shared call, which fails by the clock alone', async () => {
  await logs.server.set({ clockOffsetMs: 60_000 });
  const shared = logs.stranger.appendToStream(stream(), jsonEvent({ type: 'Any', data: {} }), { expectedRevision: NO_STREAM });
  await expect(shared).rejects.toMatchObject({ type: 'deadline-exceeded' });
  const before = (await logs.server.calls()).batchAppend;
  await logs.log().append({ stream: stream(), expected: 'no-stream', events: [counted(1)] });
  expect((await logs.server.calls()).batchAppend).toBe(before);
});

it('splits what the server would not take at once between commands, and goes on after half of it', async () => {
  const name = stream();
  const events = Array.from({ length: 40 }, (_, n) => ({ ...counted(n), data: { n, text: 'x'.repeat(1_000) } }));
  const small = logs.log({ maxAppendBytes: 4_000 });
  await small.append({ stream: name, expected: 'no-stream', events: events.slice(0, 6) });
  const result = await small.append({ stream: name, expected: 'no-stream', events });
  expect(result).toMatchObject({ outcome: 'appended', revision: 39 });
  expect(result.outcome === 'appended' && result.positions).toHaveLength(40);
  expect(await numbers(name)).toEqual(events.map(({ data }) => data.n));
});

it('gives up at once where trying again is in vain', async () => {
  const large = { ...counted(1), data: { text: 'x'.repeat(1_100_000) } };
  const refused = logs.log().append({ stream: stream(), expected: 'no-stream', events: [large] });
  await expect(refused).rejects.toMatchObject({ code: 'too-large', outcome: 'not-appended', message: expect.stringContaining('command-1') });
  const denied = logs.log();
  await logs.server.set({ unauthenticated: true });
  await expect(denied.append({ stream: stream(), expected: 'no-stream', events: [counted(1)] })).rejects.toMatchObject({
    code: 'denied',
    outcome: 'not-appended',
  });
  await logs.server.set({ unauthenticated: false });
  const byServer = logs.log({ maxAppendBytes: 2_000_000 }).append({ stream: stream(), expected: 'no-stream', events: [large] });
  await expect(byServer).rejects.toMatchObject({ code: 'too-large', outcome: 'not-appended' });
});
