import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type NewEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { customerIdOf } from './purchases-file.js';
import { seededRandom } from './seeded-random.js';

const AT_ONCE = 2_000;
const FROM = Date.UTC(2022, 0, 1);
const DAYS = 1_000;
const DAY = 86_400_000;

/** A log of customers who register and buy, written by appends alone: no commands, no checks. Returns the number of events. */
export async function appendedLog(data: string, { customers, purchasesEach }: { readonly customers: number; readonly purchasesEach: number }): Promise<number> {
  mkdirSync(data, { recursive: true });
  const log = await SqliteEventLog.open(join(data, 'events.db'));
  const random = seededRandom(customers);
  for (let first = 0; first < customers; first += AT_ONCE) {
    const appends = [];
    for (let i = first; i < Math.min(first + AT_ONCE, customers); i++) {
      appends.push(log.append({ stream: streamOf(customerIdOf(i)), expected: 'no-stream', events: lifeOf(purchasesEach, random) }));
    }
    await Promise.all(appends);
  }
  const events = await log.countAfter(null);
  await log.close();
  return events;
}

function lifeOf(purchases: number, random: () => number): NewEvent[] {
  const moments = Array.from({ length: purchases }, () => FROM + Math.floor(random() * DAYS * 86_400) * 1000);
  const registered = Math.min(...moments) - Math.floor(random() * 30) * DAY;
  return [registration(registered), ...moments.map((moment, i) => purchase(moment, i, random))];
}

export function registration(occurredAt: number): NewEvent {
  return { type: 'CustomerRegistered', version: 1, occurredAt, data: { party: 'person', attributes: {} }, metadata: metadata('register') };
}

export function purchase(occurredAt: number, number: number, random: () => number): NewEvent {
  const amount = { minor: 100 + Math.floor(random() * 20_000), currency: 'USD' };
  return {
    type: 'PurchaseRecorded',
    version: 1,
    occurredAt,
    data: { orderId: `o${number}`, amount, channel: 'web' },
    metadata: metadata(`purchase-${number}`),
  };
}

function metadata(commandId: string): NewEvent['metadata'] {
  return { commandId, index: 0, payloadHash: 'AAAAAAAAAAAAAAAAAAAAAA', actor: 'bench' };
}
