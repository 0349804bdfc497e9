import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { counted, type StandInLogs, startStandInLogs } from './testing/stand-in-logs.js';

let logs: StandInLogs;
let spillFolder: string;
beforeAll(async () => {
  logs = await startStandInLogs();
  spillFolder = join(logs.folder, 'spill');
  mkdirSync(spillFolder);
});
afterAll(() => logs.end());

it('gives whole streams in order of name, sorted on disk, and leaves nothing there', async () => {
  // 2 kB of memory: hundreds of runs, merged on two levels.
  const log = logs.log({ pageSize: 64, spillFolder, spillBytes: 2_000 });
  const names = Array.from({ length: 120 }, (_, n) => `customer-${(n * 7919) % 1_000}`);
  for (let revision = 0; revision < 5; revision++) {
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    await Promise.all(names.map((stream) => log.append({ stream, expected, events: [counted(revision, `${stream}/${revision}`)] })));
  }
  const upTo = (await log.head())!.position;
  await log.append({ stream: names[0]!, expected: 4, events: [counted(5)] });
  const read: string[] = [];
  for await (const events of log.readStreams({ prefixes: ['customer-'], upTo })) {
    expect(events.map(({ revision, data }) => [revision, data.n])).toEqual([0, 1, 2, 3, 4].map((n) => [n, n]));
    expect(events[0]!.metadata.commandId).toBe(`${events[0]!.stream}/0`);
    expect(readdirSync(spillFolder)).toEqual([]);
    read.push(events[0]!.stream);
  }
  expect(read).toEqual([...names].sort());
});

it('gives its files back when the reader leaves early', async () => {
  const log = logs.log({ spillFolder, spillBytes: 2_000 });
  const handles = () => readdirSync('/proc/self/fd').length;
  const before = process.platform === 'linux' ? handles() : 0;
  for await (const _ of log.readStreams({ prefixes: ['customer-'], upTo: (await log.head())!.position })) break;
  if (process.platform === 'linux') expect(handles()).toBeLessThanOrEqual(before + 1);
  expect(readdirSync(spillFolder)).toEqual([]);
});
