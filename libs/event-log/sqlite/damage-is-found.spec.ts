import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyedHash } from '@tenure/log-secret';
import Database from 'better-sqlite3';
import { LogRefused } from '../errors.js';
import type { NewEvent } from '../event.js';
import { LogScrub } from '../log-scrub.js';
import { SqliteEventLogReader } from './reader.js';
import { SqliteEventLog } from './sqlite-event-log.js';

const EVENTS = 60;
const FLIPS = 120;
const keyed = createKeyedHash(Buffer.alloc(32, 7), 1);

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-damage-'));
  file = join(folder, 'events.db');
  const log = await SqliteEventLog.open(file, { keyed: async () => keyed });
  for (let n = 0; n < EVENTS; n++)
    await log.append({ stream: `customer-c${n % 7}`, expected: n < 7 ? 'no-stream' : Math.floor(n / 7) - 1, events: [event(n)] });
  await log.close();
  // From here on, each byte of content lies in the file once.
  const database = new Database(file);
  database.exec('VACUUM');
  database.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function event(n: number): NewEvent {
  const origin = { stream: `customer-o${n}`, revision: n, eventId: `origin-${n}` };
  return {
    type: 'PurchaseRecorded',
    version: 1,
    occurredAt: Date.UTC(2026, 0, 1) + n,
    precision: 'day',
    data: { orderId: `order-${n}`, amount: { minor: 1_000 + n, currency: 'EUR' }, note: 'a "quoted" \u00e9 text' },
    personal: { note: `for ${n}` },
    metadata: {
      commandId: `command-${n}`,
      index: 0,
      of: 1,
      payloadHash: `h2.1.${n}`,
      actor: 'key:shop',
      onBehalfOf: 'ada',
      importId: 'i',
      origin,
      correlationId: 'c',
      causationId: 'd',
    },
  };
}

/** The number of findings, by the scrub, or by SQLite when the file's structure was hit. */
async function findings(damagedFile: string): Promise<number> {
  const log = new SqliteEventLogReader(damagedFile);
  const scrub = new LogScrub(log, { eventsPerSecond: 1, keyed: async () => keyed, found: () => {} });
  try {
    while (!(await scrub.step()));
    return scrub.progress.damaged.length;
  } catch (error) {
    if (error instanceof LogRefused && error.code === 'damaged') return 1;
    throw error;
  } finally {
    await log.close();
  }
}

/** Where each row's own bytes lie in the file, found by its texts, which contain its number. A root page that was split keeps old copies, before the rows. */
function placesOfContent(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let n = 0; n < EVENTS; n++) {
    const start = bytes.indexOf(`PurchaseRecorded`, bytes.lastIndexOf(`"orderId":"order-${n}"`) - 300);
    const end = bytes.indexOf('}', bytes.lastIndexOf(`for ${n}"`));
    for (let at = start; at < end; at++) places.push(at);
  }
  return places;
}

it('finds nothing in a log that nobody has changed', async () => {
  expect(await findings(file)).toBe(0);
});

it(`finds every one of ${FLIPS} single bytes flipped in the content of events, in the file itself`, async () => {
  const whole = readFileSync(file);
  const places = placesOfContent(whole);
  expect(places.length).toBeGreaterThan(EVENTS * 100);
  const missed: string[] = [];
  const damaged = join(folder, 'damaged.db');
  for (let flip = 0; flip < FLIPS; flip++) {
    const at = places[Math.floor((places.length * (flip + 0.5)) / FLIPS)]!;
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1 << (flip % 8);
    writeFileSync(damaged, bytes);
    if ((await findings(damaged)) === 0) missed.push(`${at}: ${whole.subarray(at - 20, at + 20).toString('latin1')}`);
  }
  expect(missed).toEqual([]);
});

it('finds a change of any field of an event, and names the event', async () => {
  const columns = new Database(file, { readonly: true }).pragma('table_info(event)') as { name: string; type: string }[];
  const missed: string[] = [];
  for (const { name, type } of columns) {
    if (name === 'key_epoch') continue;
    const damaged = join(folder, `${name}.db`);
    copyFileSync(file, damaged);
    const database = new Database(damaged);
    database.exec('DROP TRIGGER event_is_never_changed');
    const changed = type === 'TEXT' ? `substr(${name}, 1, length(${name}) - 1) || char(unicode(substr(${name}, -1)) + 20)` : `${name} + 1000000`;
    database.exec(`UPDATE event SET ${name} = ${changed} WHERE position = 31`);
    database.close();
    if ((await findings(damaged)) !== 1) missed.push(name);
  }
  expect(missed).toEqual([]);
  expect(columns.length).toBeGreaterThan(20);
});

it('names each damaged event once, however often it goes through the log', async () => {
  const database = new Database(file);
  database.exec(`DROP TRIGGER event_is_never_changed; UPDATE event SET data = replace(data, '1010', '1011')`);
  database.close();
  const log = new SqliteEventLogReader(file);
  const told: unknown[] = [];
  const scrub = new LogScrub(log, { eventsPerSecond: 1, keyed: async () => undefined, found: (damaged) => told.push(damaged) });
  await scrub.step();
  await scrub.step();
  expect(told).toEqual([{ stream: 'customer-c3', revision: 1, type: 'PurchaseRecorded', position: '0000000000000011' }]);
  await log.close();
});

describe('in the background', () => {
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const running = (log: Pick<SqliteEventLogReader, 'readAll'>) => {
    const scrub = new LogScrub(log, { eventsPerSecond: 1_000_000, keyed: async () => keyed, found: () => {}, restMs: 5 });
    scrub.start();
    return scrub;
  };

  it('an event is no longer named once it is what was recorded', async () => {
    const change = (amount: string, by: string) => {
      const database = new Database(file);
      database.exec(`DROP TRIGGER IF EXISTS event_is_never_changed; UPDATE event SET data = replace(data, '${amount}', '${by}')`);
      database.close();
    };
    change('1010', '9999');
    const log = new SqliteEventLogReader(file);
    const scrub = running(log);
    await until(() => scrub.progress.damaged.length === 1);
    change('9999', '1010');
    await until(() => scrub.progress.damaged.length === 0);
    await scrub.stop();
    await log.close();
  });

  it('a log that could not be read for a moment is read again a second later', async () => {
    const log = new SqliteEventLogReader(file);
    let reads = 0;
    const scrub = running({
      readAll: (options) => {
        reads += 1;
        return reads === 1 ? Promise.reject(new Error('The server is started again.')) : log.readAll(options);
      },
    });
    await until(() => scrub.progress.failure !== null);
    const begun = performance.now();
    await until(() => scrub.progress.failure === null && scrub.progress.passes > 0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await scrub.stop();
    await log.close();
  });
});
