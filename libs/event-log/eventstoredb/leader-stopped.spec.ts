import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EventStoreDbStandInCluster, startEventStoreDbStandInCluster } from '@tenure/local-servers/eventstoredb';
import { EventStoreDbEventLog } from './eventstoredb-event-log.js';
import { counted } from './testing/stand-in-logs.js';

/** A wait for the full duration of a call would not return before the spec times out. */
const PATIENT = { deadlineMs: 120_000, settleForMs: 120_000 };

let folder: string;
let cluster: EventStoreDbStandInCluster;
let log: EventStoreDbEventLog;
const said: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-esdb-cluster-'));
  cluster = await startEventStoreDbStandInCluster({ data: folder });
  log = await EventStoreDbEventLog.open({ url: cluster.url, ...PATIENT, told: (_, message) => said.push(message) });
});
afterEach(async () => {
  await log.close();
  await cluster.kill();
  rmSync(folder, { recursive: true });
});

/** The kernel keeps accepting connections for it; after a while the other nodes elect another leader. */
async function stopLeader(): Promise<void> {
  await cluster.nodes[0]!.freeze();
  await delay(500);
  await cluster.lead(1, [0]);
}

it('leaves a leader that stops without closing: appends, reads and the subscription go on with the new one', async () => {
  await log.append({ stream: 'customer-a', expected: 'no-stream', events: [counted(0)] });
  const head = (await log.head())!.position;
  const woken = log.waitFor(head, new AbortController().signal);
  await delay(300);
  await stopLeader();
  const appended = log.append({ stream: 'customer-a', expected: 0, events: [counted(1)] });
  const read = log.readStream('customer-a', { limit: 1 });
  expect(await appended).toMatchObject({ outcome: 'appended', revision: 1 });
  expect(await read).toHaveLength(1);
  await woken;
  expect(said.at(-1)).toContain(`led by 127.0.0.1:${cluster.nodes[1]!.port}`);
});

it('loses nothing and doubles nothing of what was on its way to a leader that goes on later', async () => {
  const writers = ['a', 'b', 'c', 'd'];
  let writing = true;
  const write = async (writer: string) => {
    let revision = -1;
    for (; writing; revision++) {
      const result = await log.append({ stream: `customer-${writer}`, expected: revision < 0 ? 'no-stream' : revision, events: [counted(revision + 1)] });
      expect(result).toMatchObject({ outcome: 'appended', revision: revision + 1 });
    }
    return revision;
  };
  const work = Promise.all(writers.map(write));
  await delay(300);
  await stopLeader();
  while (!said.at(-1)?.includes(`led by 127.0.0.1:${cluster.nodes[1]!.port}`)) await delay(50);
  await delay(300);
  cluster.nodes[0]!.resume();
  await cluster.lead(1);
  await delay(300);
  writing = false;
  const last = await work;
  for (const [n, writer] of writers.entries()) {
    const recorded = (await log.readStream(`customer-${writer}`)).map(({ data }) => data.n);
    expect(recorded).toEqual(Array.from({ length: last[n]! + 1 }, (_, revision) => revision));
  }
  expect((await cluster.nodes[0]!.calls()).appendsGivenUp).toBe(0);
});

it('goes over when the leader resigns, and when a node that is asked first is stopped', async () => {
  await cluster.lead(2);
  expect(await log.append({ stream: 'customer-a', expected: 'no-stream', events: [counted(0)] })).toMatchObject({ outcome: 'appended' });
  await cluster.nodes[0]!.freeze();
  await cluster.lead(2, [0]);
  const another = await EventStoreDbEventLog.open({ url: cluster.url });
  expect(another.cluster.leader).toBe(`127.0.0.1:${cluster.nodes[2]!.port}`);
  await another.close();
});

it('says which nodes answer when none of them leads, and opens when one does', async () => {
  await cluster.nodes[0]!.freeze();
  await cluster.nodes[1]!.freeze();
  await cluster.lead(null, [0, 1]);
  const opened = EventStoreDbEventLog.open({ url: cluster.url, deadlineMs: 1_500 });
  await expect(opened).rejects.toMatchObject({
    name: 'LogUnavailable',
    code: 'not-leader',
    message: expect.stringMatching(/No node leads .*majority.*No answer comes from 127\.0\.0\.1:\d+ .*127\.0\.0\.1:\d+/),
  });
  cluster.nodes[1]!.resume();
  await cluster.lead(1, [0]);
  await (await EventStoreDbEventLog.open({ url: cluster.url })).close();
});
