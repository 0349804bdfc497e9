import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventLogReader } from '@tenure/event-log/sqlite';
import { buildTo } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import Database from 'better-sqlite3';
import { alternateRounds } from './alternate-rounds.js';
import { peakMemory } from './own-process.js';

/**
 * `rebuild.main.js LOG FOLDER ROUNDS`: builds every read model of a log in a new read store, and scans and parses the same log, in turns.
 * Prints the number of events, samples in events a second, and the peak memory of the process.
 */
const [logFile = '', folder = '', rounds = '1'] = process.argv.slice(2);
const projections = readModels.map(({ projection }) => projection);
let events = 0;
let built = 0;

async function rebuild(): Promise<number> {
  const file = join(folder, 'rebuilt.db');
  const log = new SqliteEventLogReader(logFile);
  const store = SqliteReadStore.openForWriting(file);
  try {
    const head = await log.head();
    const started = performance.now();
    built = await buildTo(projections, head, log, store);
    return built / ((performance.now() - started) / 1000);
  } finally {
    await store.close();
    await log.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }
}

function scan(): number {
  const log = new Database(logFile, { readonly: true });
  const started = performance.now();
  events = 0;
  let fields = 0;
  for (const { data } of log.prepare('SELECT * FROM event ORDER BY position').iterate() as IterableIterator<{ data: string }>) {
    fields += Object.keys(JSON.parse(data) as object).length;
    events += 1;
  }
  const perSecond = events / ((performance.now() - started) / 1000);
  log.close();
  if (fields === 0) throw new Error(`${logFile} holds nothing.`);
  return perSecond;
}

const samples = await alternateRounds(Number(rounds), rebuild, async () => scan());
console.log(JSON.stringify({ events, built, samples, peak: peakMemory('self') }));
