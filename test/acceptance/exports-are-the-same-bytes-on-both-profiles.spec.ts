import { join } from 'node:path';
import { isOfCustomers } from '@tenure/projecting';
import { logExports, readModels } from '@tenure/projections';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { expectSameExport, fitAlike } from '../engine/same-exports.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

/** Commands of every kind for a few of a made-up shop's customers. */
async function liveThroughMuch({ client }: EngineProcess): Promise<void> {
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
}

describe('after the same commands of every kind', () => {
  let engines: [embedded: EngineProcess, distributed: EngineProcess];

  beforeAll(async () => {
    const folder = temporaryFolder();
    engines = await Promise.all([
      EngineProcess.start({ data: join(folder, 'embedded'), environment: { TENURE_PROFILE: 'embedded' } }),
      EngineProcess.start({ data: join(folder, 'distributed') }),
    ]);
    await Promise.all(engines.map(liveThroughMuch));
    await fitAlike(engines);
  }, 180_000);
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
    removeTemporaryFolders();
  });

  // Automatic fits, and their times, differ between engines.
  const ofFacts = readModels.filter(({ projection }) => isOfCustomers(projection));
  it.each([...ofFacts.map(({ projection }) => projection.name), ...logExports.map(({ name }) => name)])(
    'the export of %s is the same, byte for byte',
    (readModel) => expectSameExport(engines, readModel),
  );
});
