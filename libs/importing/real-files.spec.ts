import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

/** CDNOW: Fader and Hardie. Online Retail: UCI, CC BY 4.0. */
const folder = process.env['TENURE_TEST_DATA'] ?? join(process.cwd(), '../shared/data');
const there = existsSync(folder);
const whenThere = there ? it : it.skip;
const read = (name: string): Buffer => readFileSync(join(folder, name));

describe(`real purchases${there ? '' : ' (skipped: the data is not there, see TENURE_TEST_DATA)'}`, () => {
  /** The whole file goes through the engine in test/acceptance/a-newcomer-imports-cdnow-and-sees-the-published-figures.spec.ts. */
  whenThere('the beginning of CDNOW, and a second time nothing', async () => {
    const options = {
      format: 'columns',
      map: { customer_id: 1, occurred_at: 2, quantity: 3, amount: 4 },
      dateFormat: 'yyyyMMdd',
      currency: 'USD',
      fileName: 'CDNOW_master.txt',
    } as const;
    const sink = new MemorySink();
    const facts = { read: 5_000, rejected: 0 };
    const beginning = Buffer.from(read('CDNOW_master.txt').toString('latin1').split('\n').slice(0, 5_001).join('\n'));
    const first = await imported(beginning, options, { sink });
    expect(first.source.columns).toEqual(['customer_id', 'date', 'number_of_cds', 'dollar_value']);
    expect(first.result).toMatchObject({ ...facts, accepted: 5_000, duplicate: 0 });
    expect((await imported(beginning, options, { sink })).result).toMatchObject({ ...facts, accepted: 0, duplicate: 5_000 });
  });

  whenThere('the CDNOW sample, which has no header', async () => {
    const options = { map: { customer_id: 2, occurred_at: 3, quantity: 4, amount: 5 }, dateFormat: 'yyyyMMdd', currency: 'USD', fileName: 'CDNOW_sample.txt' };
    const { source, result } = await imported(read('CDNOW_sample.txt'), options);
    expect(source).toMatchObject({ format: 'columns', columns: null });
    expect(result).toMatchObject({ read: 6919, accepted: 6919, customers: 2357 });
  });

  whenThere('Online Retail, cancellations as returns, countries as regions', async () => {
    const map = { customer_id: 'CustomerID', order_id: 'InvoiceNo', occurred_at: 'InvoiceDate', amount: 'amount', quantity: 'quantity', region: 'Country' };
    const sink = new MemorySink();
    const { result } = await imported(read('online_retail_invoices.csv'), { map, currency: 'GBP', fileName: 'online_retail_invoices.csv' }, { sink });
    expect(result).toMatchObject({ read: 22_190, accepted: 22_190, customers: 4372, amount: [{ minor: 830_006_581, currency: 'GBP' }] });
    const types = sink.facts.map(({ type }) => type);
    expect(types.filter((type) => type === 'PurchaseReturned')).toHaveLength(3654);
    expect(sink.facts.filter(({ type, data }) => type === 'CustomerRegistered' && 'region' in (data as { attributes: object }).attributes)).toHaveLength(4372);
  });
});
