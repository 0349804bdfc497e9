import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EventStoreDbEventLog } from './eventstoredb-event-log.js';
import { counted, type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
beforeEach(async () => {
  logs = await startStandInLogs();
});
afterEach(() => logs.end());

/** No real server restarts in less time; the stand-in starts within a tenth of a second. */
const AWAY_MS = 400;

async function whileStopped(change: (data: string, copy: string) => void): Promise<void> {
  await logs.server.kill();
  await delay(AWAY_MS);
  change(join(logs.folder, 'server'), join(logs.folder, 'copy'));
  await logs.server.restart();
}
const keep = () => whileStopped((data, copy) => cpSync(data, copy, { recursive: true }));
const putBack = () =>
  whileStopped((data, copy) => {
    rmSync(data, { recursive: true });
    cpSync(copy, data, { recursive: true });
  });
const append = (log: EventStoreDbEventLog, n: number) => log.append({ stream: 'customer-a', expected: n === 0 ? 'no-stream' : n - 1, events: [counted(n)] });
const movedOf = (log: EventStoreDbEventLog) => Promise.race([log.moved, new Promise<null>((resolve) => setImmediate(() => resolve(null)))]);

it('says so where an earlier state of the log is put beneath it, takes nothing more, and knows of no head that is not there', async () => {
  const [writer, reader, fresh] = [logs.log(), logs.log(), logs.log()];
  await append(writer, 0);
  const head = await fresh.head();
  await keep();
  await append(writer, 1);
  const lost = (await reader.head())!.position;
  await putBack();
  // The writer knows the log by its appends, the reader by its reads; a reader that has seen nothing of the log cannot tell a difference.
  for (const log of [writer, reader]) {
    await expect(log.head()).rejects.toMatchObject({ code: 'moved' });
    expect(await movedOf(log)).toContain(`any more, at position ${lost}`);
    await expect(append(log, 1)).rejects.toMatchObject({ code: 'moved', outcome: 'not-appended' });
  }
  expect([await fresh.head(), await movedOf(fresh)]).toEqual([head, null]);
});

it('says so, too, where that has gone on since, beyond where it was', async () => {
  const reader = logs.log();
  await append(logs.log(), 0);
  await keep();
  await append(logs.log(), 1);
  await reader.head();
  await putBack();
  const other = logs.log();
  await other.append({ stream: 'customer-another', expected: 'no-stream', events: Array.from({ length: 9 }, (_, n) => counted(n)) });
  await expect(reader.head()).rejects.toMatchObject({ code: 'moved' });
});

it('goes on where the server was only away, and where its last event was another application’s and is gone', async () => {
  const log = logs.log();
  await append(log, 0);
  await logs.server.kill();
  await logs.server.restart();
  await append(log, 1);
  expect([(await log.head())?.position, await movedOf(log)]).toEqual([expect.any(String), null]);
});
