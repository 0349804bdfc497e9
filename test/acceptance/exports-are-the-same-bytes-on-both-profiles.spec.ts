import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { describeWith, testData } from '../engine/test-data.js';

const cdnow = {
  file: 'CDNOW_master.txt',
  options: { format: 'columns', map: 'customer_id=1,occurred_at=2,quantity=3,amount=4', dateFormat: 'yyyyMMdd', currency: 'USD' },
};
const fromPurchases = ['customer-file', 'retention', 'lifecycle', 'churn-likelihood', 'lifetime-value'];

/** Commands of every kind about a few of a made-up shop's customers. */
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

async function importCdnow({ client }: EngineProcess): Promise<void> {
  const lines = await client.importFile('purchases', readFileSync(testData(cdnow.file)), cdnow.options);
  expect(lines.at(-1)).toMatchObject({ type: 'result', accepted: 69_659, rejected: 0 });
}

/** Where in its log a model was fitted, and when, is all that may differ. */
const withoutPlaces = (text: string) => text.replaceAll(/"(model|purchaseModel|spendModel)(Position|Version)":"[^"]*"/g, '"$1$2":""');

/** The first line that is not the same, in both; a text of megabytes is not to be shown as a whole. */
function firstDifference(one: string, other: string): readonly (string | undefined)[] | null {
  if (one === other) return null;
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, i) => line !== others[i]);
  return at < 0 ? [undefined, others[lines.length]] : [lines[at], others[at]];
}

const exportsAreTheSameAfter = (live: (engine: EngineProcess) => Promise<void>, filled: readonly string[]) => () => {
  let engines: [embedded: EngineProcess, distributed: EngineProcess];

  beforeAll(async () => {
    const folder = temporaryFolder();
    engines = await Promise.all([
      EngineProcess.start({ data: join(folder, 'embedded'), environment: { TENURE_PROFILE: 'embedded' } }),
      EngineProcess.start({ data: join(folder, 'distributed') }),
    ]);
    await Promise.all(
      engines.map(async (engine) => {
        await live(engine);
        for (const model of ['mbg-nbd', 'gamma-gamma']) await engine.client.post(`/v1/models/${model}/fits`, {});
      }),
    );
  }, 300_000);
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
    removeTemporaryFolders();
  });

  it.each(filled)('the export of %s is the same, byte for byte', async (readModel) => {
    const [embedded, distributed] = await Promise.all(
      engines.map(async ({ client }) => (await client.ask(`/v1/export/${readModel}?format=ndjson&minPosition=${await client.head()}&timeout=60000`)).text),
    );
    expect(embedded!.length).toBeGreaterThan(0);
    expect(firstDifference(withoutPlaces(distributed!), withoutPlaces(embedded!))).toBeNull();
  });
};

describe('after the same commands of every kind', exportsAreTheSameAfter(liveThroughMuch, [...fromPurchases, 'complaints']));
describeWith(cdnow.file, 'after the import of CDNOW', exportsAreTheSameAfter(importCdnow, fromPurchases));
