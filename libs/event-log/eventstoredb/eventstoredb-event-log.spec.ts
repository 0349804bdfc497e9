import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { eventLogContract, keyedOfContract } from '../contract/event-log.contract.js';
import { EventStoreDbEventLog } from './eventstoredb-event-log.js';

const real = process.env.EVENTSTOREDB_URL;

/** One server for all cases, each in a namespace of its own: the log of one case is foreign to all others. */
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

  eventLogContract('EventStoreDB', async () => {
    const namespace = `contract-${randomUUID()}.`;
    const open = () =>
      EventStoreDbEventLog.open({ url: real ?? standIn!.url, namespace, keyed: async () => keyedOfContract, pageSize: 200, spillBytes: 200_000 });
    return {
      open,
      reopen: async (log) => {
        await log.close();
        await standIn?.kill();
        await standIn?.restart();
        return open();
      },
      dispose: async () => {},
    };
  });
});
