import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Accepted } from '../engine/client.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, type InventedPurchase } from '../engine/invented-purchases.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const ROWS = 3_000;

/** Sales that a till books on one customer: one a minute. */
const sales = (from: number, count: number): InventedPurchase[] =>
  Array.from({ length: count }, (_, i) => ({
    customerId: 'CASH',
    orderId: `T-${from + i}`,
    occurredAt: new Date(Date.UTC(2024, 0, 1) + (from + i) * 60_000).toISOString(),
    amount: { minor: 100 + from + i, currency: 'USD' },
  }));
const early: InventedPurchase = { customerId: 'CASH', orderId: 'early', occurredAt: '2023-12-31T10:00:00Z', amount: { minor: 1177, currency: 'USD' } };

let data: string;
let engine: EngineProcess;
let first: Accepted;

async function begin(): Promise<void> {
  data = join(temporaryFolder(), 'data');
  engine = await EngineProcess.start({ data });
  await engine.client.accept('RegisterCustomer', { customerId: 'CASH' });
  first = await engine.client.accept('RecordPurchase', early, { key: 'early' });
  const lines = await engine.client.importFile<{ accepted?: number }>('purchases', asCsv(sales(0, ROWS)), {});
  expect(lines.at(-1)).toMatchObject({ accepted: ROWS });
}

async function restart(meanwhile: () => void = () => undefined): Promise<void> {
  await engine.stop();
  meanwhile();
  engine = await EngineProcess.start({ data });
}

const send = async (name: string, body: object, key: string) => {
  const answer = await engine.client.send(name, { customerId: 'CASH', ...body }, { key: key.replaceAll(' ', '-') });
  return [answer.status, answer.json<Record<string, unknown>>()];
};

/** Checks that recorded commands are recognized, and no others, and that more can be recorded. `unique` tells this call from others. */
async function isDecidedRightly(unique: string): Promise<void> {
  expect(await send('RecordPurchase', early, 'early')).toEqual([200, first]);
  expect(await send('RecordPurchase', { ...early, amount: { minor: 1, currency: 'USD' } }, 'early')).toEqual([
    422,
    expect.objectContaining({ code: 'key-reused' }),
  ]);
  expect(await send('RecordPurchase', { orderId: 'T-7', amount: { minor: 5, currency: 'USD' } }, `${unique}-1`)).toEqual([
    422,
    expect.objectContaining({ code: 'order-id-used' }),
  ]);
  expect(await send('RecordReturn', { orderId: 'never', amount: { minor: 5, currency: 'USD' } }, `${unique}-2`)).toEqual([
    422,
    expect.objectContaining({ code: 'order-unknown' }),
  ]);
  const head = await send('RecordPurchase', { orderId: unique, amount: { minor: 100, currency: 'USD' } }, `${unique}-3`);
  expect(head).toEqual([201, expect.objectContaining({ customerId: 'CASH' })]);
  expect(await send('RecordReturn', { orderId: unique, amount: { minor: 99, currency: 'USD' } }, `${unique}-4`)).toEqual([201, expect.anything()]);
  expect(await send('RecordReturn', { orderId: unique, amount: { minor: 2, currency: 'USD' } }, `${unique}-5`)).toEqual([
    422,
    expect.objectContaining({ code: 'return-exceeds-purchase' }),
  ]);
}

describe('a customer with a long history', () => {
  beforeAll(begin, 120_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('is decided on rightly, after a restart too', async () => {
    await isDecidedRightly('a');
    await restart();
    await isDecidedRightly('b');
  });

  it('has its file known when it is imported again, with what is new in it', async () => {
    const lines = await engine.client.importFile('purchases', asCsv(sales(0, ROWS + 10)), {});
    expect(lines.at(-1)).toMatchObject({ accepted: 10, duplicate: ROWS });
  });

  it('has no events but its own: snapshots are nowhere to be seen', async () => {
    const events = (await engine.client.events()).filter(({ type }) => !type.includes('VaultBegun'));
    expect(new Set(events.map(({ type }) => type.split('.').at(-2)))).toEqual(new Set(['CustomerRegistered', 'PurchaseRecorded', 'PurchaseReturned']));
    expect(events.filter(({ subject }) => subject !== 'CASH')).toEqual([]);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, revision) => revision));
    expect(await engine.client.check()).toMatchObject({ identical: true, events: events.length });
  });
});

describeEmbedded('snapshots beside a log', () => {
  const file = () => join(data, 'snapshots.db');
  const parts = (): number => {
    const database = new Database(file(), { readonly: true });
    try {
      return database.prepare('SELECT count(*) FROM part').pluck().get() as number;
    } finally {
      database.close();
    }
  };
  const edit = (sql: string) => {
    const database = new Database(file());
    database.exec(sql);
    database.close();
  };

  /** The next command on a long history triggers the snapshots, and does not wait for them. */
  const made = async () => {
    while (!existsSync(file()) || parts() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  beforeAll(begin, 120_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('are there once a history is long, and are made anew when they are lost', async () => {
    await isDecidedRightly('long');
    await made();
    await restart(() => rmSync(file()));
    await isDecidedRightly('lost');
  });

  it.each<[string, () => void]>([
    ['cut off', () => writeFileSync(file(), readFileSync(file()).subarray(0, 5_000))],
    ['something else', () => writeFileSync(file(), 'These are not the snapshots that you are looking for. '.repeat(200))],
  ])('that are %s are said to be so, and made anew', async (what, damage) => {
    await made();
    await restart(damage);
    await isDecidedRightly(what);
    expect(engine.stderr).toContain('is made anew from the log');
  });

  it.each<[string, string]>([
    ['of another version of the program', `UPDATE form SET version = 'another'`],
    ['changed in content', `UPDATE part SET content = replace(content, '"to":', '"to":1')`],
    ['without their beginning', 'DELETE FROM part WHERE id = (SELECT min(id) FROM part)'],
  ])('that are %s are not believed', async (what, sql) => {
    await made();
    await restart(() => edit(sql));
    await isDecidedRightly(what);
  });

  it('of a log that has been put back since are not believed', async () => {
    const older = join(data, '..', 'older.db');
    await restart(() => cpSync(join(data, 'events.db'), older));
    await send('RecordPurchase', { orderId: 'gone', amount: { minor: 100, currency: 'USD' } }, 'gone');
    await engine.client.importFile('purchases', asCsv(sales(ROWS, 2_000)), {});
    await restart(() => cpSync(older, join(data, 'events.db')));
    expect(existsSync(file())).toBe(true);
    await isDecidedRightly('put back');
    expect(await send('RecordPurchase', { orderId: 'gone', amount: { minor: 100, currency: 'USD' } }, 'gone')).toEqual([201, expect.anything()]);
    const lines = await engine.client.importFile('purchases', asCsv(sales(ROWS, 2_000)), {});
    expect(lines.at(-1)).toMatchObject({ accepted: 2_000, duplicate: 0 });
  });

  it('that were being written when the engine was killed do no harm', async () => {
    const importing = engine.client.importFile('purchases', asCsv(sales(ROWS + 2_000, 6_000)), {}).catch(() => null);
    for (const before = parts(); parts() < before + 2; ) await new Promise((resolve) => setTimeout(resolve, 5));
    await engine.kill();
    await importing;
    engine = await EngineProcess.start({ data });
    await isDecidedRightly('killed');
    const lines = await engine.client.importFile<{ accepted: number; duplicate: number }>('purchases', asCsv(sales(0, ROWS + 8_000)), {});
    const { accepted, duplicate } = lines.at(-1)!;
    expect(accepted + duplicate).toBe(ROWS + 8_000);
    expect(duplicate).toBeGreaterThanOrEqual(ROWS + 4_000);
    const orders = (await engine.client.events()).map((event) => event.data['orderId']).filter((orderId) => String(orderId).startsWith('T-'));
    expect([orders.length, new Set(orders).size]).toEqual([ROWS + 8_000, ROWS + 8_000]);
  }, 120_000);
});
