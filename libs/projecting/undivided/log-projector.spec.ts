import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { View } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import type { Projection } from '../projection.js';
import { LogProjector } from './log-projector.js';

const counted: Projection<number> = {
  name: 'counted',
  version: 1,
  of: { name: 'product', prefix: 'product-' },
  reads: 'all',
  initial: () => 0,
  evolve: (document) => document + 1,
  contributions: (document) => [['events', document]],
};

let folder: string;
let log: SqliteEventLog;
let store: SqliteReadStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-log-projector-'));
  log = await SqliteEventLog.open(join(folder, 'log.db'));
  store = SqliteReadStore.openForWriting(join(folder, 'views.db'));
});
afterEach(async () => {
  await store.close();
  await log.close();
  rmSync(folder, { recursive: true });
});

async function happen(product: string): Promise<void> {
  const metadata = { commandId: product, index: 0, payloadHash: '', actor: 'spec' };
  await log.append({ stream: `product-${product}`, expected: 'no-stream', events: [{ type: 'Made', version: 1, occurredAt: 1, data: {}, metadata }] });
}

const head = async () => (await log.head())!.position;

async function eventsIn(view: View): Promise<number | undefined> {
  const snapshot = await store.snapshot();
  const [sum] = await snapshot.sums(view, '');
  snapshot.close();
  return sum?.[1];
}

it('what is built goes page by page from the beginning, and what readers see does not wait for it', async () => {
  const live = await store.makeLive(await store.createView('counted', 1));
  const projector = await LogProjector.open([counted], log, store);
  for (const product of ['a', 'b', 'c', 'd']) await happen(product);
  await projector.step(9, await head());
  const next = await store.createView('counted', 1);
  await projector.refresh();
  expect(projector.building).toBe(true);
  await happen('e');
  await projector.step(1, await head());
  expect([await eventsIn(live), await eventsIn(next), projector.behind]).toEqual([5, 1, true]);
  while (projector.behind) await projector.step(1, await head());
  expect([await eventsIn(live), await eventsIn(next)]).toEqual([5, 5]);
});

it('what lies past the place that is given is left for later', async () => {
  const live = await store.makeLive(await store.createView('counted', 1));
  const projector = await LogProjector.open([counted], log, store);
  for (const product of ['a', 'b']) await happen(product);
  const second = await head();
  await happen('c');
  await projector.step(9, second);
  expect([await eventsIn(live), projector.position, projector.behind]).toEqual([2, second, false]);
  await projector.step(9, second);
  expect(await eventsIn(live)).toBe(2);
  await projector.step(9, await head());
  expect([await eventsIn(live), projector.position]).toEqual([3, await head()]);
});

it('a view of another version, or of another read model, is none of its own', async () => {
  await store.createView('counted', 2);
  await store.createView('retention', 1);
  await happen('a');
  const projector = await LogProjector.open([counted], log, store);
  expect(projector.idle).toBe(true);
  await projector.step(9, await head());
  expect(projector.position).toBeNull();
});
