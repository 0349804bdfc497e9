import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AllStreamSubscription,
  EventStoreDBClient,
  excludeSystemEvents,
  jsonEvent,
  NO_STREAM,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from './start-stand-in.js';

const event = (n: number, id = randomUUID() as string) => jsonEvent({ id, type: 'Counted', data: { n } });
const ids = (...events: { id: string }[]) => events.map(({ id }) => id);

let folder: string;
let server: EventStoreDbStandIn;
let client: EventStoreDBClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-stand-in-'));
  server = await startEventStoreDbStandIn({ data: folder });
  client = EventStoreDBClient.connectionString(server.url);
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Per-call credentials take the client's other path: one Append call each, instead of the shared BatchAppend. */
const paths = [
  ['BatchAppend', {}],
  ['Append', { credentials: { username: 'any', password: 'any' } }],
] as const;

describe.each(paths)('appending by %s', (_name, path) => {
  const stream = () => `s-${randomUUID()}`;

  it('answers with the last revision, and with the position that $all has for it', async () => {
    const name = stream();
    const result = await client.appendToStream(name, [event(1), event(2)], { expectedRevision: NO_STREAM, ...path });
    expect(result.nextExpectedRevision).toBe(1n);
    const recorded = await all(client.readStream(name, { maxCount: 10 }));
    expect(recorded[1]!.event!.position).toEqual(result.position);
    const [there] = await all(client.readAll({ fromPosition: result.position, maxCount: 1 }));
    expect(there!.event!.id).toBe(recorded[1]!.event!.id);
  });

  it('refuses another expectation, and says where the stream stands', async () => {
    const name = stream();
    await expect(client.appendToStream(name, event(1), { expectedRevision: 0n, ...path })).rejects.toMatchObject({ actualVersion: 'no_stream' });
    await client.appendToStream(name, event(1), { expectedRevision: NO_STREAM, ...path });
    const refused = client.appendToStream(name, event(2), { expectedRevision: NO_STREAM, ...path });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(refused).rejects.toMatchObject({ actualVersion: 0n });
  });

  it('takes the same events at the same revision again, and nothing else', async () => {
    const name = stream();
    const [one, two, three] = [event(1), event(2), event(3)];
    await client.appendToStream(name, [one, two], { expectedRevision: NO_STREAM, ...path });
    await client.appendToStream(name, three, { expectedRevision: 1n, ...path });
    expect((await client.appendToStream(name, [one, two], { expectedRevision: NO_STREAM, ...path })).nextExpectedRevision).toBe(1n);
    await expect(client.appendToStream(name, [one, three], { expectedRevision: NO_STREAM, ...path })).rejects.toBeInstanceOf(WrongExpectedVersionError);
    expect(ids(...(await all(client.readStream(name, { maxCount: 10 }))).map((each) => each.event!))).toEqual(ids(one, two, three));
  });

  it('refuses more than a mebibyte', async () => {
    const large = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(1_100_000) } });
    await expect(client.appendToStream(stream(), large, { expectedRevision: NO_STREAM, ...path })).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
  });

  it('refuses a tombstoned stream; a deleted one goes on where it was', async () => {
    const [gone, hidden] = [stream(), stream()];
    for (const name of [gone, hidden]) await client.appendToStream(name, [event(1), event(2)], { expectedRevision: NO_STREAM, ...path });
    await client.tombstoneStream(gone);
    await client.deleteStream(hidden);
    await expect(client.appendToStream(gone, event(3), { expectedRevision: 1n, ...path })).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(all(client.readStream(gone, { maxCount: 1 }))).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(all(client.readStream(hidden, { maxCount: 1 }))).rejects.toBeInstanceOf(StreamNotFoundError);
    await client.appendToStream(hidden, event(3), { expectedRevision: NO_STREAM, ...path });
    expect((await all(client.readStream(hidden, { maxCount: 9 }))).map((each) => each.event!.revision)).toEqual([2n]);
  });
});

it('compares the deadline of a batch append with its own clock, and of a single append with none', async () => {
  await server.set({ clockOffsetMs: 60_000 });
  await expect(client.appendToStream('skew-a', event(1), { expectedRevision: NO_STREAM })).rejects.toMatchObject({ type: 'deadline-exceeded' });
  await client.appendToStream('skew-a', event(1), { expectedRevision: NO_STREAM, ...paths[1][1] });
  await server.set({ clockOffsetMs: 0 });
});

it('reads $all in both directions by byte offsets, system events among the others', async () => {
  const name = `order-${randomUUID()}`;
  for (let n = 0; n < 300; n++) await client.appendToStream(name, event(n), { expectedRevision: n === 0 ? NO_STREAM : BigInt(n - 1) });
  const forwards = await all(client.readAll({ maxCount: 10_000 }));
  const positions = forwards.map((each) => each.event!.position.commit);
  expect(positions.every((position, i) => i === 0 || position > positions[i - 1]! + 1n)).toBe(true);
  expect(forwards.some((each) => each.event!.streamId.startsWith('$'))).toBe(true);
  const backwards = await all(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 10_000 }));
  expect(backwards.map((each) => each.event!.id)).toEqual(forwards.map((each) => each.event!.id).reverse());
  const [before] = await all(client.readAll({ direction: 'backwards', fromPosition: forwards[5]!.event!.position, maxCount: 1 }));
  expect(before!.event!.id).toBe(forwards[4]!.event!.id);
});

it('hides what a stream’s metadata truncates', async () => {
  const name = `cut-${randomUUID()}`;
  await client.appendToStream(
    name,
    [0, 1, 2, 3, 4].map((n) => event(n)),
    { expectedRevision: NO_STREAM },
  );
  const shown = async () => (await all(client.readStream(name, { maxCount: 10 }))).map((each) => Number(each.event!.revision));
  await client.setStreamMetadata(name, { truncateBefore: 2 });
  expect(await shown()).toEqual([2, 3, 4]);
  await client.setStreamMetadata(name, { maxCount: 1 });
  expect(await shown()).toEqual([4]);
});

it('tells a filtered subscription how far it has come, and when it has caught up', async () => {
  const from = (await all(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 })))[0]!.event!.position;
  for (let n = 0; n < 70; n++) await client.setStreamMetadata('filtered', { n });
  await client.appendToStream('filtered', event(7), { expectedRevision: NO_STREAM });
  const checkpoints: bigint[] = [];
  const filter = excludeSystemEvents({ checkpointReached: async (_subscription, { commit }) => void checkpoints.push(commit) });
  const subscription: AllStreamSubscription = client.subscribeToAll({ fromPosition: from, filter });
  const caughtUp = new Promise((resolve) => subscription.once('caughtUp' as never, resolve));
  const seen: number[] = [];
  subscription.on('data', ({ event }) => seen.push((event!.data as { n: number }).n)).on('error', () => {});
  await caughtUp;
  expect(seen).toEqual([7]);
  expect(checkpoints).toHaveLength(2);
  await client.appendToStream('filtered', event(8), { expectedRevision: 0n });
  while (seen.length < 2) await new Promise((resolve) => setImmediate(resolve));
  await subscription.unsubscribe();
});

it('sends who insists on the leader to another node', async () => {
  await server.set({ notLeader: { host: '127.0.0.1', port: server.port, times: 1 } });
  const insisting = { expectedRevision: NO_STREAM, requiresLeader: true, ...paths[1][1] } as const;
  await expect(client.appendToStream('led', event(1), insisting)).rejects.toMatchObject({ type: 'not-leader', leader: { port: server.port } });
  await client.appendToStream('led', event(1), insisting);
});

it('is found by its gossip', async () => {
  const discovering = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${server.port}?tls=false`);
  expect((await all(discovering.readAll({ maxCount: 1 }))).length).toBe(1);
  await discovering.dispose();
});

it('refuses $all on demand', async () => {
  await server.set({ allRefused: true });
  await expect(all(client.readAll({ maxCount: 1 }))).rejects.toMatchObject({ type: 'access-denied' });
  await server.set({ allRefused: false });
});

it('has after SIGKILL what it had answered', async () => {
  const name = `killed-${randomUUID()}`;
  await client.appendToStream(name, event(1), { expectedRevision: NO_STREAM });
  await server.set({ dieAtAppend: 1 });
  await expect(client.appendToStream(name, event(2), { expectedRevision: 0n })).rejects.toThrow();
  await server.ended();
  await server.restart();
  expect(await all(client.readStream(name, { maxCount: 10 }))).toHaveLength(2);
});

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const events: T[] = [];
  for await (const each of stream) events.push(each);
  return events;
}
