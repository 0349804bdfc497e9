import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { SqliteEventLogReader } from '../sqlite/reader.js';
import { EventStoreDbEventLog } from './eventstoredb-event-log.js';
import { counted } from './testing/stand-in-logs.js';

const kept = join(process.cwd(), 'test/data-of-0.1.0');

let folder: string;
let server: EventStoreDbStandIn;
let log: EventStoreDbEventLog;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-esdb-'));
  cpSync(join(kept, 'distributed'), join(folder, 'server'), { recursive: true });
  cpSync(join(kept, 'embedded'), join(folder, 'embedded'), { recursive: true });
  server = await startEventStoreDbStandIn({ data: join(folder, 'server') });
  log = await EventStoreDbEventLog.open({ url: server.url });
});
afterEach(async () => {
  await log.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

it('reads every event of a log of layout 1 as it was, and goes on behind them', async () => {
  const said = async (reader: Pick<EventStoreDbEventLog, 'readStreams' | 'head'>) => {
    const all: object[] = [];
    for await (const events of reader.readStreams({ prefixes: [''], upTo: (await reader.head())!.position })) {
      for (const { stream, revision, type, version, data, personal, metadata, checksum, precision } of events) {
        const { actor: _keyOrLocal, ...others } = metadata;
        all.push({ stream, revision, type, version, data, personal, ...others, checksum, precision });
      }
    }
    return all;
  };
  // Both logs were sent the same commands; only the actor and the time differ.
  const embedded = new SqliteEventLogReader(join(folder, 'embedded', 'events.db'));
  const then = await said(embedded);
  await embedded.close();
  expect(await said(log)).toEqual(then);
  expect(then).toHaveLength(440);
  const last = (await log.readStream('customer-A-1')).length - 1;
  const { metadata } = counted(1);
  await log.append({ stream: 'customer-A-1', expected: last, events: [{ ...counted(1), metadata: { ...metadata, of: 1 } }] });
  expect((await log.readStream('customer-A-1')).at(-1)).toMatchObject({ checksum: expect.any(String), metadata: { of: 1 } });
  expect(await said(log)).toHaveLength(441);
});

it('begins the new layout with a mark that stops a relay of version 0.1.0, and no reader of today', async () => {
  const before = await log.head();
  await log.append({ stream: 'customer-new', expected: 'no-stream', events: [counted(1)] });
  const stranger = EventStoreDBClient.connectionString(server.url);
  const marks = [];
  for await (const { event } of stranger.readStream('customer-', { maxCount: 10 })) marks.push(event!);
  await stranger.dispose();
  expect(marks).toHaveLength(1);
  // Version 0.1.0 would publish the mark as a customer's event, but can make no time of it.
  expect(marks[0]!.metadata).toEqual({ tenure: 1 });
  expect((await log.readAll({ after: before!.position, limit: 10 })).map(({ stream }) => stream)).toEqual(['customer-new']);
});

it('refuses to read over an event of a later layout', async () => {
  const stranger = EventStoreDBClient.connectionString(server.url);
  await stranger.appendToStream('customer-later', jsonEvent({ type: 'Counted', data: { facts: {} }, metadata: { tenure: 3, version: 1, occurredAt: 0 } }));
  await stranger.dispose();
  const refused = { name: 'LogRefused', code: 'newer-layout', message: expect.stringMatching(/EVENTSTOREDB_URL.*layout 3.*Start the version that wrote it/) };
  await expect(log.readStream('customer-later')).rejects.toMatchObject(refused);
  await expect(log.readAll({ after: null, limit: 1_000 })).rejects.toMatchObject(refused);
  await expect(log.head()).rejects.toMatchObject(refused);
});
