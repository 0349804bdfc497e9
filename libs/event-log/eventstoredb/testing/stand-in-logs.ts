import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import type { NewEvent } from '../../event.js';
import { Connection } from '../connection.js';
import { EventStoreDbEventLog } from '../eventstoredb-event-log.js';
import { LayoutMark } from '../layout-mark.js';
import { LogId } from '../log-id.js';
import { type EventStoreDbSettings, withDefaults } from '../settings.js';

export interface StandInLogs {
  readonly server: EventStoreDbStandIn;
  /** A client for what Tenure itself never does: other applications' events, deletions, truncations. */
  readonly stranger: EventStoreDBClient;
  readonly folder: string;
  /** A log with short deadlines, closed by `end`. */
  log(settings?: Partial<EventStoreDbSettings>): EventStoreDbEventLog;
  end(): Promise<void>;
}

export async function startStandInLogs(): Promise<StandInLogs> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-esdb-'));
  const server = await startEventStoreDbStandIn({ data: join(folder, 'server') });
  const stranger = EventStoreDBClient.connectionString(server.url);
  const logs: EventStoreDbEventLog[] = [];
  // From here on, faults hit only what a spec appends.
  const first = new Connection(withDefaults({ url: server.url }));
  await new LayoutMark(first).ensure();
  await new LogId(first).ensure();
  await first.close();
  return {
    server,
    stranger,
    folder,
    log: (settings) => {
      const log = EventStoreDbEventLog.connect({ url: server.url, deadlineMs: 1_000, settleForMs: 10_000, watchdogMs: 200, ...settings });
      logs.push(log);
      return log;
    },
    end: async () => {
      for (const log of logs) await log.close();
      await stranger.dispose();
      await server.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

export const counted = (n: number, commandId = `command-${n}`): NewEvent => ({
  type: 'Counted',
  version: 1,
  occurredAt: n,
  data: { n },
  metadata: { commandId, index: 0, payloadHash: 'hash', actor: 'test' },
});
