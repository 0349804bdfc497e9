import { join } from 'node:path';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { median } from './alternate-rounds.js';
import { appendedLog, purchase } from './appended-log.js';
import type { Benchmark, Row } from './benchmark.js';
import { customerIdOf } from './purchases-file.js';
import { measureRebuild } from './rebuild.js';
import { seededRandom } from './seeded-random.js';

const PURCHASES_EACH = 4;
const EVENTS_EACH = PURCHASES_EACH + 1;
const SMALL = 1_000_000;
const LARGE = 10_000_000;
const MOST = 1.2;
const FLAT = 1.25;
const ROUNDS = 5;
const APPENDS = 20_000;

interface Costs {
  /** Microseconds an event. */
  readonly appends: number[];
  readonly rebuild: number;
  readonly peak: number;
}

/** The cost of an event in a log of ten million against one of a million. Only with `--large`. */
export const costAtSize: Benchmark = {
  name: 'cost-at-size',
  async run(surroundings) {
    if (!surroundings.large) return [];
    const measure = async (events: number): Promise<Costs> => {
      surroundings.say(`a log of ${events.toLocaleString('en')} events`);
      const data = join(surroundings.folder, `events-${events}`);
      const customers = events / EVENTS_EACH;
      await appendedLog(data, { customers, purchasesEach: PURCHASES_EACH });
      const appends = await appendCosts(data, customers);
      surroundings.say(`rebuild of ${events.toLocaleString('en')} events`);
      const { samples, peak } = await measureRebuild(surroundings, data, 1);
      return { appends, rebuild: 1e6 / samples.ours[0]!, peak: peak ?? Number.NaN };
    };
    const small = await measure(SMALL);
    const large = await measure(LARGE);
    return [
      compare('durable append to an existing stream, 10,000,000 events against 1,000,000', 'us/event', large.appends, small.appends, MOST),
      compare('rebuild of all read models, 10,000,000 events against 1,000,000', 'us/event', [large.rebuild], [small.rebuild], MOST),
      compare('peak memory of a rebuild, 10,000,000 events against 1,000,000', 'MB', [large.peak], [small.peak], FLAT),
    ];
  },
};

/** Single events to customers at random, as many at once as a busy engine has in progress. */
async function appendCosts(data: string, customers: number): Promise<number[]> {
  const log = await SqliteEventLog.open(join(data, 'events.db'));
  const random = seededRandom(5);
  const revisions = new Map<number, number>();
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let sent = 0; sent < APPENDS; sent += 64) {
      const appends = [];
      for (let i = 0; i < 64; i++) {
        const customer = Math.floor(random() * customers);
        const expected = revisions.get(customer) ?? PURCHASES_EACH;
        revisions.set(customer, expected + 1);
        appends.push(log.append({ stream: streamOf(customerIdOf(customer)), expected, events: [purchase(Date.UTC(2025, 0, 1), expected, random)] }));
      }
      await Promise.all(appends);
    }
    samples.push(((performance.now() - started) * 1000) / APPENDS);
  }
  await log.close();
  return samples;
}

function compare(what: string, unit: string, ours: number[], floor: number[], ratioAtMost: number): Row {
  return {
    what,
    unit,
    ours: median(ours),
    floor: median(floor),
    ratio: median(ours) / median(floor),
    budget: { ratioAtMost },
    notes: [],
    samples: { ours, floor },
  };
}
