import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EventLog, type NewEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { createKeyedHash } from '@tenure/log-secret';
import { belongsToLog, haveSealed, SealingLog, Vault } from '@tenure/vault';
import { KeyThread, SqliteKeys } from '@tenure/vault/sqlite';
import { alternateRounds, median } from './alternate-rounds.js';
import { purchase, registration } from './appended-log.js';
import type { Benchmark, Row } from './benchmark.js';
import { customerIdOf } from './purchases-file.js';
import { seededRandom } from './seeded-random.js';

const CUSTOMERS = 20_000;
/** The size of an import's chunk. */
const AT_ONCE = 1_000;
const ROUNDS = 3;
const FROM = Date.UTC(2022, 0, 1);
const keyed = createKeyedHash(Buffer.alloc(32, 1), 1);
const secret = { keyed: async () => keyed, isKeyedThroughout: async () => true };

/** Appends of new customers with details, each with a key of its own that is durable first; floor: the same events in clear, digested as before. */
export const sealedAppend: Benchmark = {
  name: 'sealed-append',
  async run({ folder, say }): Promise<Row[]> {
    const rows: Row[] = [];
    for (const purchases of [0, 4]) {
      say(`appending ${CUSTOMERS.toLocaleString('en')} customers with details and ${purchases} purchases each`);
      const processor = { sealed: [] as number[], clear: [] as number[] };
      const run = (sealed: boolean) => async () => {
        const before = process.cpuUsage();
        const rate = await appendsPerSecond(folder, purchases, sealed);
        const { user, system } = process.cpuUsage(before);
        processor[sealed ? 'sealed' : 'clear'].push((user + system) / CUSTOMERS);
        return rate;
      };
      const samples = await alternateRounds(ROUNDS, run(true), run(false));
      const [ours, floor] = [median(samples.ours), median(samples.floor)];
      rows.push({
        what: `append of new customers with name, e-mail and telephone, and ${purchases} purchases each, sealed; floor: in clear`,
        unit: 'events/s',
        ours,
        floor,
        ratio: ours / floor,
        budget: { ratioAtLeast: 0.75 },
        notes: [
          `${((1e6 / ours - 1e6 / floor) * (1 + purchases)).toFixed(0)} us more a customer: its key, and three fields`,
          `processor time of all threads: ${median(processor.sealed).toFixed(0)} us a customer, in clear ${median(processor.clear).toFixed(0)} us`,
        ],
        samples,
      });
    }
    return rows;
  },
};

async function appendsPerSecond(parent: string, purchases: number, sealed: boolean): Promise<number> {
  const folder = mkdtempSync(join(parent, 'sealed-append-'));
  const log = await SqliteEventLog.open(join(folder, 'events.db'), { keyed: secret.keyed });
  const keys = SqliteKeys.openForWriting(join(folder, 'vault.db'));
  const maker = new KeyThread(keys, console.error);
  const vault = new Vault(keys, secret, { maySeal: belongsToLog(log, secret), lost: haveSealed(log), maker });
  const target: Pick<EventLog, 'append'> = sealed ? new SealingLog(log, vault) : log;
  const random = seededRandom(1);
  try {
    const began = performance.now();
    for (let first = 0; first < CUSTOMERS; first += AT_ONCE) {
      const appends = Array.from({ length: AT_ONCE }, (_, n) => {
        const events = [detailed(first + n), ...Array.from({ length: purchases }, (_each, number) => purchase(FROM, number, random))];
        return target.append({ stream: streamOf(customerIdOf(first + n)), expected: 'no-stream', events });
      });
      await Promise.all(appends);
    }
    return (CUSTOMERS * (1 + purchases)) / ((performance.now() - began) / 1000);
  } finally {
    await vault.close();
    await log.close();
    rmSync(folder, { recursive: true });
  }
}

function detailed(n: number): NewEvent {
  return { ...registration(FROM), personal: { name: `Ada Lovelace ${n}`, email: `ada.${n}@example.com`, phone: `+44 20 7946 ${n}` } };
}
