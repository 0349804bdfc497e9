import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { snapshotsContract } from '../contract/snapshots.contract.js';
import type { NewEvent } from '../event.js';
import { EventStoreDbEventLog } from './eventstoredb-event-log.js';

const real = process.env.EVENTSTOREDB_URL;
const event = (n: number): NewEvent => ({
  type: 'PurchaseRecorded',
  version: 1,
  occurredAt: n,
  data: { orderId: `${n}` },
  metadata: { commandId: `c-${n}`, index: 0, of: 1, payloadHash: 'hash', actor: 'spec' },
});

describe(real ? 'on the server at EVENTSTOREDB_URL' : 'on the stand-in', () => {
  let folder: string;
  let standIn: EventStoreDbStandIn | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-esdb-'));
    if (!real) standIn = await startEventStoreDbStandIn({ data: folder });
  });
  afterAll(async () => {
    await standIn?.stop();
    rmSync(folder, { recursive: true });
  });
  const open = (settings = {}) => EventStoreDbEventLog.open({ url: real ?? standIn!.url, namespace: `snapshots-${randomUUID()}.`, pageSize: 8, ...settings });

  snapshotsContract('EventStoreDB', async () => {
    const warnings: string[] = [];
    const log = await open({ told: (_: string, message: string) => warnings.push(message) });
    return { snapshots: log.snapshots(), warnings, dispose: () => log.close() };
  });

  it('are no events of the log: no reader sees them, and the head is where it was', async () => {
    const log = await open();
    const snapshots = log.snapshots();
    await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event(1), event(2)] });
    const head = await log.head();
    for (let n = 0; n < 20; n++) await snapshots.keep('customer-a', { n }, n % 10 === 0);
    expect(await log.head()).toEqual(head);
    expect(await log.readStream('customer-a')).toHaveLength(2);
    const heard = log.waitFor(head!.position, AbortSignal.timeout(500)).then(() => log.readAll({ after: head!.position, limit: 9 }));
    expect(await heard).toEqual([]);
    const { position } = (await log.append({ stream: 'customer-a', expected: 1, events: [event(3)] })) as { position: string };
    expect((await log.readAll({ after: null, limit: 99 })).map(({ stream, revision }) => [stream, revision])).toEqual([
      ['customer-a', 0],
      ['customer-a', 1],
      ['customer-a', 2],
    ]);
    const streams: string[] = [];
    for await (const [first] of log.readStreams({ prefixes: [''], upTo: position })) streams.push(first!.stream);
    expect(streams).toEqual(['customer-a']);
    await log.close();
  });

  it('that cannot be had are said to be so, and are as none', async () => {
    const warnings: string[] = [];
    const told = (_: string, message: string) => warnings.push(message);
    const log = EventStoreDbEventLog.connect({ url: 'esdb://127.0.0.1:9?tls=false', deadlineMs: 500, told });
    const snapshots = log.snapshots();
    expect(await snapshots.read('customer-a')).toEqual([]);
    expect(await snapshots.keep('customer-a', { n: 1 }, true)).toBe(false);
    expect(warnings).toEqual([expect.stringContaining('streams that begin with "snapshot-"')]);
    await log.close();
  });
});
