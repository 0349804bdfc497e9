import { join } from 'node:path';
import type { Schemas } from '@tenure/client';
import { parseLines } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

type Revenue = Schemas['RecurringRevenueAnswer'];
type Customers = Schemas['RecurringRevenueCustomersAnswer'];

describe('what subscriptions bring', () => {
  let engine: EngineProcess;
  let cwd: string;

  const send = (name: string, customerId: string, occurredAt: string, more: object) =>
    engine.client.accept(name, { customerId, occurredAt, subscriptionId: `${customerId}-1`, ...more });
  const eur = (minor: number) => ({ price: { minor, currency: 'EUR' } });

  beforeAll(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    for (const customerId of ['ada', 'bo', 'cy', 'di']) await engine.client.accept('RegisterCustomer', { customerId, occurredAt: '2026-01-01' });
    await send('StartSubscription', 'ada', '2026-01-10', { plan: 'plus', ...eur(3000), interval: 'P1M' });
    await send('StartSubscription', 'bo', '2026-02-01', { plan: 'yearly', ...eur(12_000), interval: 'P1Y' });
    await send('StartSubscription', 'cy', '2026-02-10', { plan: 'basic', ...eur(2000), interval: 'P1M' });
    await send('ChangeSubscription', 'ada', '2026-03-02', eur(2400));
    await send('CancelSubscription', 'cy', '2026-03-10', { reasonCode: 'pricing' });
    await send('ChangeSubscription', 'bo', '2026-03-20', eur(18_000));
    await send('StartSubscription', 'di', '2026-03-31', { plan: 'basic', ...eur(800), interval: 'P1M' });
    await send('RenewSubscription', 'di', '2026-04-30', {});
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('is the example of the definition, and every cell leads to its customers', async () => {
    const { periods, definition } = await engine.client.current<Revenue>('/v1/recurring-revenue?from=2026-03');
    expect(definition).toMatchObject({ from: '2026-03-01', to: '2026-04-30', present: { day: '2026-04-30', basis: 'latest-fact' } });
    const [march, april] = periods;
    expect(march!.revenue).toMatchObject([{ currency: 'EUR', grossRetention: 34 / 60, netRetention: 39 / 60 }]);
    expect(april).toMatchObject({ inProgress: true, customers: { opening: { count: 3 }, closing: null } });
    const { opening, contraction, voluntary, involuntary, expansion, new: added, reactivated, closing } = march!.revenue[0]!;
    for (const cell of [opening, contraction, voluntary, involuntary, expansion, added, reactivated, closing]) {
      const { amount, count, customers } = cell!;
      const { items, total } = await engine.client.current<Customers>(customers);
      expect([customers, items.length, total]).toEqual([customers, count, { count, amount }]);
    }
  });

  it('is shown by the command line, with the customers of a cell', async () => {
    const run = (...words: string[]) => tenure(['revenue', ...words, '--data', join(cwd, 'data')], { cwd });
    const { stdout } = await run('--from', '2026-03');
    expect(stdout).toMatch(/2026-03 .*€60\.00 .*56\.7% +65\.0%/);
    expect(stdout).toMatch(/2026-04 .*€47\.00 +\.\.\./);
    const lost = await run('--customers', 'voluntary', '--period', '2026-03', '--currency', 'EUR', '--json');
    expect(parseLines(lost.stdout)).toMatchObject([{ customerId: 'cy', amount: { minor: 2000, currency: 'EUR' } }]);
    const wrong = await run('--period', '2026-03');
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('--period goes with --customers.')]);
  });

  it('stands beside the value of purchases, or says what is missing for a value of its own', async () => {
    const { value, subscriptions } = await engine.client.current<Schemas['CustomerLifetimeValueAnswer']>('/v1/lifetime-value/ada?about=2026-04-30');
    const missing = expect.stringMatching(/from 20 who have left, of those who pay every P1M; there are 1 among 3 /);
    expect([value, subscriptions]).toEqual([
      null,
      [{ subscriptionId: 'ada-1', price: { minor: 2400, currency: 'EUR' }, period: 'P1M', value: null, notEnoughData: missing }],
    ]);
    const { stdout } = await tenure(['value', 'ada', '--data', join(cwd, 'data')], { cwd });
    expect(stdout).toMatch(/ada-1 +€24\.00 every P1M/);
  });

  it('is exported with the same figures', async () => {
    const { text } = await engine.client.ask('/v1/export/recurring-revenue?from=2026-03&format=ndjson');
    const rows = parseLines(text);
    expect(rows.filter((row) => row['currency'] === 'EUR')).toMatchObject([
      { period: '2026-03', openingMinor: 6000, closingMinor: 4700 },
      { period: '2026-04', closingMinor: null },
    ]);
  });
});
