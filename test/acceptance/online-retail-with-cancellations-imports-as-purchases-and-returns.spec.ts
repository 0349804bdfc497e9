import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { describeWith, testData } from '../engine/test-data.js';

const file = 'online_retail_invoices.csv';
const options = {
  map: 'customer_id=CustomerID,order_id=InvoiceNo,occurred_at=InvoiceDate,amount=amount,quantity=quantity,region=Country',
  timeZone: 'Europe/London',
  currency: 'GBP',
};

/** The same sums straight from the file: customer, invoice, date, lines, quantity, amount, cancellation, country. */
function sumsOf(text: string) {
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const minor = (row: string[]) => Math.round(Number(row[5]) * 100);
  const sum = (of: string[][]) => of.reduce((total, row) => total + minor(row), 0);
  const returns = rows.filter((row) => row[6] === '1');
  const purchases = rows.filter((row) => row[6] === '0');
  return { rows, purchases: purchases.length, returns: returns.length, spend: sum(purchases), returned: -sum(returns) };
}

interface Totals {
  readonly totals: readonly {
    readonly currency: string;
    readonly purchases: number;
    readonly spend: { minor: number };
    readonly returns: number;
    readonly returned: { minor: number };
  }[];
}

describeWith(file, 'Online Retail', () => {
  let engine: EngineProcess;
  let text: string;

  beforeAll(async () => {
    text = readFileSync(testData(file), 'utf8');
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data'), args: ['--currency', 'GBP', '--timezone', 'Europe/London'] });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('goes in whole: what is negative is a return', async () => {
    const lines = await engine.client.importFile('purchases', text, options);
    expect(lines.at(-1)).toMatchObject({
      type: 'result',
      read: 22_190,
      accepted: 22_190,
      rejected: 0,
      customers: 4372,
      amount: [{ minor: 830_006_581, currency: 'GBP' }],
    });
    const types = (await engine.client.events()).map(({ type }) => type.split('.')[2]);
    const { purchases, returns } = sumsOf(text);
    expect(types.filter((type) => type === 'PurchaseRecorded')).toHaveLength(purchases);
    expect(types.filter((type) => type === 'PurchaseReturned')).toHaveLength(returns);
    expect([purchases, returns]).toEqual([18_536, 3_654]);
  }, 120_000);

  it('adds up to the sums of the file', async () => {
    const { totals } = await engine.client.current<Totals>('/v1/totals');
    const { purchases, returns, spend, returned } = sumsOf(text);
    expect(totals).toEqual([
      expect.objectContaining({
        currency: 'GBP',
        purchases,
        returns,
        spend: { minor: spend, currency: 'GBP' },
        returned: { minor: returned, currency: 'GBP' },
      }),
    ]);
  });

  it('shows a customer with purchases and returns, sorted by when they happened in London', async () => {
    const file = await engine.client.current<Totals & { attributes: object; timeline: { at: string }[] }>('/v1/customers/17850');
    const { rows } = sumsOf(text);
    const own = rows.filter((row) => row[0] === '17850');
    expect(file.totals[0]).toMatchObject({ purchases: own.filter((row) => row[6] === '0').length, returns: own.filter((row) => row[6] === '1').length });
    expect(file).toMatchObject({ attributes: { region: 'United Kingdom' }, firstPurchase: '2010-12-01T08:26:00Z' });
  });

  it('can be sliced by country', async () => {
    const { groups } = await engine.client.current<{ groups: { group: string; size: number }[] }>('/v1/retention?by=region');
    expect(groups.length).toBeGreaterThan(30);
    expect(groups.find(({ group }) => group === 'United Kingdom')!.size).toBeGreaterThan(3_800);
  });

  it('is the same in the read models as in a rebuild', async () => {
    expect(await engine.client.check()).toMatchObject({ identical: true, differences: [] });
  }, 60_000);
});
