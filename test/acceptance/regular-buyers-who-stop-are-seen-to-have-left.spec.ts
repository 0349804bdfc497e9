import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Churn {
  readonly about: string;
  readonly probability: number | null;
  readonly logOdds: number;
  readonly base: { readonly logOdds: number; readonly customers: number } | null;
  readonly reasons: readonly { readonly contribution: number; readonly text: string }[];
  readonly model: {
    readonly name: string;
    readonly nobodyLeaves: string | null;
    readonly chosen: { readonly by: string; readonly margin: number; readonly compared: readonly { readonly name: string; readonly aic: number }[] };
  };
}

const DAY = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const end = Date.UTC(2025, 10, 30);
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** 400 customers who buy every 30 days; every other one stops after ten purchases. */
const rows = Array.from({ length: 400 }, (_, customer) => {
  const first = start + (customer % 30) * DAY;
  const all = Array.from({ length: Math.floor((end - first) / (30 * DAY)) + 1 }, (__, k) => first + k * 30 * DAY);
  return all.slice(0, customer % 2 === 0 ? undefined : 10).map((time, k) => `C-${customer},O-${customer}-${k},${dateOf(time)},25.00`);
}).flat();

describe('400 monthly buyers, half of whom stop', () => {
  let cwd: string;
  let engine: EngineProcess;
  const command = (...args: string[]) => tenure([...args, '--data', join(cwd, 'data')], { cwd });

  beforeAll(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    writeFileSync(join(cwd, 'orders.csv'), ['customer_id,order_id,date,amount', ...rows].join('\n'));
    const imported = await command('import', 'purchases', 'orders.csv', '--currency', 'USD', '--json');
    expect(imported.json()).toMatchObject({ read: rows.length, accepted: rows.length });
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('are fitted by themselves once the import has ended, by every model', async () => {
    const fitted = async () => {
      const { items } = await engine.client.get<{ items: { model: string; fitted: { purchaseDays: number } | null }[] }>('/v1/models');
      return items
        .filter(({ fitted }) => fitted?.purchaseDays === rows.length)
        .map(({ model }) => model)
        .sort();
    };
    for (let tries = 0; tries < 300 && (await fitted()).length < 6; tries += 1) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await fitted()).toEqual(['bg-nbd', 'gamma-gamma', 'hazard', 'mbg-nbd', 'nbd', 'pareto-nbd']);
  }, 90_000);

  it('who stopped have left, by a model in which customers leave, and the answer says why that one', async () => {
    const gone = await engine.client.get<Churn>('/v1/churn-likelihood/C-1');
    expect(gone.probability).toBeGreaterThan(0.98);
    expect(gone.model).toMatchObject({ name: 'hazard', nobodyLeaves: null, chosen: { by: 'outcomes', why: expect.stringContaining('log-loss') } });
    expect(gone.reasons[0]!.contribution).toBeGreaterThan(0);
    expect(gone.reasons[0]!.text).toMatch(/last bought \d+ days ago; usually every 30 days/);
    const stays = await engine.client.get<Churn>('/v1/churn-likelihood/C-0');
    expect(stays.probability).toBeLessThan(0.3);
    for (const score of [gone, stays]) {
      const sum = score.reasons.reduce((total, { contribution }) => total + contribution, score.base!.logOdds);
      expect(Math.abs(sum - score.logOdds)).toBeLessThan(1e-9);
    }
    expect(await engine.client.get<Churn>('/v1/churn-likelihood/C-1?model=nbd')).toMatchObject({
      model: { nobodyLeaves: expect.stringContaining('nobody leaves'), chosen: { by: 'asked' } },
    });
  });

  it('are worth what a model says in which customers leave, by far the likeliest of those of purchases', async () => {
    const { models } = await engine.client.get<{ models: { purchases: Churn['model'] } }>('/v1/lifetime-value/C-1');
    const { name, nobodyLeaves, chosen } = models.purchases;
    expect([nobodyLeaves, chosen.by]).toEqual([null, 'aic']);
    const aic = new Map(chosen.compared.map(({ name: each, aic: value }) => [each, value]));
    expect(aic.get('nbd')! - aic.get(name)!).toBeGreaterThan(1000);
    expect((await engine.client.get<Churn>(`/v1/churn-likelihood/C-1?model=${name}`)).probability).toBeGreaterThan(0.98);
  });

  it('who goes on makes the value: a list has just those who make most of it, and its total falls from month to month as others stop', async () => {
    const { makers, customers } = await engine.client.get<{ makers: { of: number; customers: number; downTo: string }[]; customers: number }>(
      '/v1/lifetime-value/concentration',
    );
    expect(customers).toBe(400);
    const most = makers.find(({ of }) => of === 0.8)!;
    const listed = (await command('value', '--down-to', most.downTo, '--json')).stdout.trimEnd().split('\n');
    const ids = listed.map((line) => (JSON.parse(line) as { customerId: string }).customerId);
    expect(ids).toHaveLength(most.customers);
    expect(ids.filter((id) => Number(id.slice(2)) % 2 === 1)).toEqual([]);

    type Total = { customers: number; totalValue: { minor: number }; noInterval?: string };
    const { points } = await engine.client.get<{ points: Total[] }>('/v1/lifetime-value/equity?months=24');
    const { total } = await engine.client.get<{ total: Total }>('/v1/lifetime-value?limit=1&by=cohort');
    expect(points.at(-1)).toMatchObject({ ...total, noInterval: expect.stringContaining('Every mean spend is 25') });
    expect(points.at(-1)!.totalValue.minor).toBeLessThan(0.7 * points[12]!.totalValue.minor);
    expect((await command('value', '--concentration')).stdout).toContain('Gini coefficient');
    expect((await command('value', '--equity', '--months', '3')).stdout.split('\n').filter((line) => line.startsWith('2025-'))).toHaveLength(4);
  });

  it('a day to come is refused, by scores and by fits', async () => {
    for (const path of ['/v1/churn-likelihood/C-1?about=2199-01-01', '/v1/lifetime-value?about=2199-01-01']) {
      const { status, text } = await engine.client.ask(path);
      expect([status, JSON.parse(text)]).toEqual([
        400,
        expect.objectContaining({ errors: [expect.objectContaining({ pointer: expect.stringContaining('about'), code: 'in-future' })] }),
      ]);
    }
    expect((await engine.client.postAnswer('/v1/models/nbd/fits', { until: '2199-01-01' })).status).toBe(400);
  });

  it('a back-test says how well it would have gone, beside rules that need no model', async () => {
    const test = await command('model', 'backtest', 'mbg-nbd', '--at', '2025-06-30', '--json');
    expect(test.json()).toMatchObject({
      customers: 400,
      calibrationError: expect.any(Number),
      brierParts: { reliability: expect.any(Number) },
      purchases: { actual: 600, expected: expect.any(Number) },
      spend: { currency: 'USD', actual: 15_000 },
      naive: { recency: { auc: 1 }, lastYear: { expected: expect.any(Number) } },
    });
    expect(test.json()).not.toHaveProperty('profit');
    const byAll = (await command('model', 'backtest', 'hazard', '--at', '2025-06-30', '--json')).json() as { customers: number; brier: number };
    expect(byAll.customers).toBe(400);
    expect(byAll.brier).toBeLessThan((test.json() as { brier: number }).brier);
    expect((await command('model', 'show', 'hazard')).stdout).toContain('term at 90 days');
    const rolling = await command('model', 'backtest', 'nbd', '--at', '2025-03-01', '--until', '2025-06-30', '--every', 'P60D');
    expect(rolling.stdout.split('\n').filter((line) => line.startsWith('2025-'))).toHaveLength(3);
  });

  it('a back-test with a campaign says what contacting the most likely half would have brought', async () => {
    const campaign = ['--value-kept', '200', '--contact-cost', '1', '--offer-cost', '10', '--acceptance', '0.3'];
    const test = await command('model', 'backtest', 'mbg-nbd', '--at', '2025-06-30', ...campaign, '--json');
    const { profit } = test.json() as { profit: { tenths: number[] } };
    expect(profit).toMatchObject({ currency: 'USD', acceptance: 0.3, best: { share: 0.5, profit: expect.closeTo(28, 9) } }); // half of 0.3 x 190 - 1
    expect([profit.tenths[4], profit.tenths[9]]).toEqual([expect.closeTo(28, 9), expect.closeTo(22.5, 9)]);
    expect((await command('model', 'backtest', 'mbg-nbd', '--at', '2025-06-30', ...campaign)).stdout).toMatch(
      /at best +USD 28.00 with the most likely 50.0% contacted/,
    );
    const partly = await command('model', 'backtest', 'mbg-nbd', '--at', '2025-06-30', '--value-kept', '200');
    expect([partly.exitCode, partly.stderr]).toEqual([2, expect.stringContaining('all of --value-kept')]);
  });
});
