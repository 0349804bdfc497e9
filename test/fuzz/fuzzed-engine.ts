import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { temporaryFolder } from '../engine/temporary-folder.js';

/** An engine with some data: customers, purchases, a sealed name. */
export async function startFuzzedEngine(): Promise<EngineProcess> {
  const engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
  await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: 40, seed: 9 })), {});
  await engine.client.accept('RegisterCustomer', { customerId: 'C-1', personal: { name: 'Ada' } });
  await engine.client.accept('RecordPurchase', { customerId: 'C-1', orderId: 'A-0', amount: { minor: 5_000, currency: 'EUR' } });
  return engine;
}

/** Whatever was sent: the engine lives, no request caused an unexpected error, the log is whole, and the read models equal a rebuild. */
export async function expectSound(engine: EngineProcess): Promise<void> {
  expect((await engine.client.ask('/health/ready')).status).toBe(200);
  // It logged refused accesses and nothing else.
  expect(engine.stderr.split('\n').filter((line) => line !== '' && !line.includes('"msg":"access: '))).toEqual([]);
  const revisions = new Map<string, number>();
  for (const { subject, revision, type } of await engine.client.events()) {
    if (!type.startsWith('tenure.customer.')) continue;
    expect([subject, revision]).toEqual([subject, (revisions.get(subject) ?? -1) + 1]);
    revisions.set(subject, revision);
  }
  expect(await engine.client.check()).toMatchObject({ identical: true });
  expect(await engine.client.get('/v1/operations/parked')).toMatchObject({ items: [] });
}
