import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const most = Number.MAX_SAFE_INTEGER;
const purchases = 1_100;
const spend = String(BigInt(purchases) * BigInt(most));
const returned = '9007199254740991';
const net = String(BigInt(purchases - 1) * BigInt(most));
const total = { purchases, spend: { minor: spend, currency: 'USD' }, net: { minor: net, currency: 'USD' } };

afterAll(removeTemporaryFolders);

describe('amounts of 2^53 - 1, as an older log or a larger bound lets in', () => {
  const cwd = temporaryFolder();
  const data = join(cwd, 'data');
  let engine: EngineProcess;
  const totals = async () => (await engine.client.current<{ totals: object[] }>('/v1/totals')).totals;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data, environment: { TENURE_LARGEST_AMOUNT: String(most) } });
    const lines = Array.from({ length: purchases }, (_, n) => ({
      command: 'RecordPurchase',
      id: `p-${n}`,
      data: { customerId: `C-${n % 3}`, orderId: `A-${n}`, occurredAt: `2026-0${1 + (n % 9)}-01`, amount: { minor: most, currency: 'USD' } },
    }));
    const register = ['C-0', 'C-1', 'C-2'].map((customerId) => ({ command: 'RegisterCustomer', id: 'r', data: { customerId, occurredAt: '2026-01-01' } }));
    const answers = await engine.client.bulk<{ status: number }>([...register, ...lines]);
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    await engine.client.accept('RecordReturn', { customerId: 'C-0', orderId: 'A-0', amount: { minor: most, currency: 'USD' } });
  });
  afterAll(() => engine.stop());

  it('add up exactly: a decimal string where a number of JSON would not be exact, the whole number in CSV', async () => {
    expect(await totals()).toEqual([expect.objectContaining({ ...total, returned: { minor: Number(returned), currency: 'USD' } })]);
    const csv = (await engine.client.ask('/v1/totals?format=csv')).text;
    expect(csv).toContain(`USD,${purchases},${spend},1,${returned},${net}`);
    const rows = (await engine.client.ask('/v1/export/customer-file?format=csv')).text.trim().split('\r\n');
    const [header, ...cells] = rows.map((row) => row.split(','));
    const sum = cells.reduce((all, row) => all + BigInt(row[header!.indexOf('netMinor_USD')]!), 0n);
    expect(String(sum)).toBe(net);
  });

  it('are printed to the cent', async () => {
    const { stdout } = await tenure(['customers', '--url', engine.url], { cwd });
    const ofOne = String((BigInt(purchases) / 3n) * BigInt(most)); // 366 purchases
    const [whole, cents] = [ofOne.slice(0, -2), ofOne.slice(-2)];
    expect(stdout).toContain(`$${BigInt(whole).toLocaleString('en-US')}.${cents}`);
  });

  it('park nobody, stop no read model, and equal a rebuild', async () => {
    expect((await engine.client.ask('/health/ready')).status).toBe(200);
    expect(await engine.client.check()).toMatchObject({ identical: true });
    expect(JSON.stringify(await engine.client.get('/v1/status'))).not.toMatch(/"parked":[1-9]/);
  });

  it('stand when the bound is the usual one again, which judges new amounts only', async () => {
    await engine.stop();
    engine = await EngineProcess.start({ data });
    const refused = await engine.client.send('RecordPurchase', { customerId: 'C-0', amount: { minor: 10 ** 13 + 1, currency: 'USD' } });
    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'amount-too-large',
      errors: [{ pointer: '/amount/minor', detail: expect.stringContaining('TENURE_LARGEST_AMOUNT') }],
    });
    expect(await totals()).toEqual([expect.objectContaining(total)]);
    await engine.client.accept('RecordPurchase', { customerId: 'C-0', amount: { minor: 10 ** 13, currency: 'USD' } });
    expect(await totals()).toMatchObject([{ spend: { minor: String(BigInt(spend) + 10n ** 13n) } }]);
  });
});

it('a column of barcodes taken for amounts costs the rows, each with the reason', async () => {
  const cwd = temporaryFolder();
  const rows = Array.from({ length: 20 }, (_, n) => `C-${n},2026-01-05,${4_006_381_333_931 + n * 1_000},O-${n}`);
  writeFileSync(join(cwd, 'file.csv'), ['customer_id,occurred_at,ean,order_id', ...rows, 'C-X,2026-01-05,12.50,O-X'].join('\n'));
  const args = ['import', 'purchases', 'file.csv', '--map', 'amount=ean', '--currency', 'EUR', '--data', join(cwd, 'data'), '--json'];
  const printed = await tenure(args, { cwd });
  expect(printed.json()).toMatchObject({
    read: 21,
    accepted: 1,
    rejected: 20,
    reasons: [{ reason: 'amount-too-large', field: 'amount', rows: 20, example: { line: 2, text: expect.stringMatching(/barcodes.*TENURE_LARGEST_AMOUNT/) } }],
    amount: [{ minor: 1250, currency: 'EUR' }],
  });
});
