import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const readModels = ['customer-file', 'retention', 'lifecycle', 'churn-likelihood', 'lifetime-value', 'complaints'];

describe('after the same commands', () => {
  let engines: [embedded: EngineProcess, distributed: EngineProcess];

  async function live(engine: EngineProcess): Promise<void> {
    const { client } = engine;
    await client.importFile('purchases', asCsv(inventedPurchases({ customers: 150, seed: 6 })), {});
    await client.accept('ChangeCustomerDetails', {
      customerId: 'C-00001',
      occurredAt: '2025-01-01',
      personal: { name: 'Ünal "x", é' },
      attributes: { region: 'north' },
    });
    await client.accept('LogComplaint', { customerId: 'C-00001', complaintId: 'K-1', occurredAt: '2025-01-02', subject: 'late, again' });
    await client.accept('ResolveComplaint', { customerId: 'C-00001', complaintId: 'K-1', occurredAt: '2025-01-03', resolution: 'sent anew' });
    await client.accept('RecordReturn', { customerId: 'C-00002', orderId: 'C-00002-1', occurredAt: '2025-02-01', amount: { minor: 100, currency: 'USD' } });
    await client.accept('StartSubscription', {
      customerId: 'C-00003',
      subscriptionId: 'S-1',
      occurredAt: '2025-01-05',
      plan: 'basic',
      price: { minor: 900, currency: 'USD' },
      interval: 'P1M',
    });
    await client.accept('RecordSatisfaction', { customerId: 'C-00003', occurredAt: '2025-01-06', metric: 'nps', score: 9 });
    await client.accept('CloseCustomer', { customerId: 'C-00004', occurredAt: '2026-01-01', reason: 'moved away' });
    for (const model of ['mbg-nbd', 'gamma-gamma']) await client.post(`/v1/models/${model}/fits`, {});
  }

  beforeAll(async () => {
    const folder = temporaryFolder();
    engines = await Promise.all([
      EngineProcess.start({ data: join(folder, 'embedded'), environment: { TENURE_PROFILE: 'embedded' } }),
      EngineProcess.start({ data: join(folder, 'distributed') }),
    ]);
    await Promise.all(engines.map(live));
  }, 180_000);
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
    removeTemporaryFolders();
  });

  /** Where in its log a model was fitted, and when, is all that may differ. */
  const withoutPlaces = (text: string) => text.replaceAll(/"(model|purchaseModel|spendModel)(Position|Version)":"[^"]*"/g, '"$1$2":""');

  it.each(readModels)('the export of %s is the same, byte for byte', async (readModel) => {
    const [embedded, distributed] = await Promise.all(
      engines.map(async ({ client }) => (await client.ask(`/v1/export/${readModel}?format=ndjson&minPosition=${await client.head()}&timeout=60000`)).text),
    );
    expect(embedded!.length).toBeGreaterThan(0);
    expect(withoutPlaces(distributed!)).toBe(withoutPlaces(embedded!));
  });
});
