import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

type Figures = Record<string, { readonly asOf: object } & Record<string, unknown>>;

const questions = {
  file: '/v1/customers/C-00007?',
  retention: '/v1/retention?timezone=Europe/Berlin&granularity=week',
  lifecycle: '/v1/lifecycle?',
  churn: '/v1/churn-likelihood/C-00007?asOf=2025-06-30',
  value: '/v1/lifetime-value/C-00007?asOf=2025-06-30',
  likeliest: '/v1/churn-likelihood?asOf=2025-06-30&limit=20',
  cells: '/v1/lifetime-value/cells?asOf=2025-06-30',
  complaints: '/v1/complaints?',
  fits: '/v1/model-fits?',
  fitsByState: '/v1/model-fits/by-state?',
};

describe('what was known at a moment', () => {
  let data: string;
  let engine: EngineProcess;
  let then: string;
  let thenTime: string;
  let known: Figures;

  const ask = async (path: string, moment: string) => {
    const { asOf, ...figures } = await engine.client.get<Figures[string]>(`${path}&${moment}`);
    // An answer of a past moment leads to customers of that moment.
    return JSON.parse(JSON.stringify(figures).replaceAll(/&asAt=[^"&]+/g, '')) as typeof figures;
  };
  const fitBoth = async (until: string) => {
    for (const model of ['mbg-nbd', 'gamma-gamma']) {
      const { position } = await engine.client.post<{ position: string }>(`/v1/models/${model}/fits`, { until, unit: 'week' });
      await engine.client.accept('PromoteModel', { model, fit: position });
    }
  };

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    const purchases = inventedPurchases({ customers: 250, seed: 7 });
    const [early, late] = [purchases.filter(({ occurredAt }) => occurredAt < '2025-04-01'), purchases.filter(({ occurredAt }) => occurredAt >= '2025-04-01')];
    await engine.client.importFile('purchases', asCsv(early), {});
    await engine.client.accept('LogComplaint', { customerId: 'C-00007', complaintId: 'K-1', subject: 'late', severity: 'high' });
    await fitBoth('2025-03-31');
    then = await engine.client.head();
    known = {};
    for (const [name, path] of Object.entries(questions)) known[name] = (await ask(path, `minPosition=${then}&timeout=30000`)) as Figures[string];
    thenTime = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await engine.client.importFile('purchases', asCsv(late), {});
    await engine.client.accept('ResolveComplaint', { customerId: 'C-00007', complaintId: 'K-1', resolution: 'sent again' });
    await engine.client.accept('RecordPurchase', {
      customerId: 'C-00007',
      occurredAt: '2024-02-01T12:00:00Z',
      orderId: 'found-later',
      amount: { minor: 99_900, currency: 'USD' },
    });
    await fitBoth('2025-06-30');
  }, 300_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('was something to know, and it has changed since', async () => {
    expect(known['churn']).toMatchObject({ probability: expect.any(Number) });
    for (const name of ['file', 'retention', 'churn', 'value', 'complaints', 'fits', 'fitsByState'] as const) {
      expect([name, await ask(questions[name], `minPosition=${await engine.client.head()}`)]).not.toEqual([name, known[name]]);
    }
  });

  it.each(Object.entries(questions))('%s: asked for that position, the answer is the one of then', async (name, path) => {
    expect(await ask(path, `asAt=${then}`)).toEqual(known[name]);
  });

  it.each(['file', 'churn', 'retention'] as const)('%s: asked for that time, too', async (name) => {
    expect(await ask(questions[name], `asAt=${encodeURIComponent(thenTime)}`)).toEqual(known[name]);
  });

  it('the customers behind a number are those of then, by its address and from the command line', async () => {
    interface List {
      readonly count: number;
      readonly items: readonly { readonly customerId: string }[];
    }
    const survival = await engine.client.get<{ curves: { rows: { atRisk: number; customers: string }[] }[] }>(`/v1/retention/survival?asAt=${then}`);
    const projection = await engine.client.get<{ cohorts: { cohort: string; cells: { count: number; customers: string | null }[] }[] }>(
      `/v1/retention/projection?asAt=${then}`,
    );
    const [, row] = survival.curves[0]!.rows;
    const { cohort, cells } = projection.cohorts[0]!;
    const counts = async (address: string) => [
      (await engine.client.get<List>(address)).count,
      (await engine.client.get<List>(address.replace(/&asAt=.*/, ''))).count,
    ];
    const [atRisk, atRiskNow] = await counts(row!.customers);
    expect([atRisk, atRiskNow! >= atRisk!]).toEqual([row!.atRisk, true]);
    expect((await counts(cells[1]!.customers!))[0]).toBe(cells[1]!.count);
    const listed = async (...args: string[]) =>
      (await tenure(['retention', ...args, '--as-at', then, '--json', '--data', data], { cwd: join(data, '..') })).stdout.trim().split('\n').length;
    expect(await listed('--survival', '--customers', '1')).toBe(row!.atRisk);
    expect(await listed('--project', '1', '--customers', '1', '--cohort', cohort)).toBe(cells[1]!.count);
  });

  it('scores with the model of that day', async () => {
    const now = await engine.client.get<{ parameters: object }>('/v1/models/mbg-nbd?fit=in-force');
    const before = await engine.client.get<{ parameters: object; position: string }>(`/v1/models/mbg-nbd?fit=in-force&asAt=${then}`);
    expect(before).toMatchObject({ trainedTo: '2025-03-31' });
    expect(now).toMatchObject({ trainedTo: '2025-06-30' });
    expect(await ask(questions.churn, `asAt=${then}`)).toMatchObject({ model: { name: 'mbg-nbd', trainedTo: '2025-03-31' } });
  });

  it('is the same after a restart, and from the command line', async () => {
    await engine.kill();
    engine = await EngineProcess.start({ data });
    expect(await ask(questions.churn, `asAt=${then}`)).toEqual(known['churn']);
    const printed = await tenure(['replay', '--to', then, '--customer', 'C-00007', '--json', '--data', data], { cwd: join(data, '..') });
    const { asOf, ...file } = printed.json();
    expect(file).toEqual(known['file']);
  }, 60_000);

  it('before the first event was nothing', async () => {
    expect((await engine.client.ask('/v1/customers/C-00007?asAt=2020-01-01T00:00:00Z')).status).toBe(404);
    expect(await engine.client.get('/v1/retention?asAt=2020-01-01T00:00:00Z')).toMatchObject({ cohorts: [] });
  });

  it('that is no moment is refused', async () => {
    for (const moment of ['yesterday', '2025-02-30', '2025-13-01T00:00:00Z', '']) {
      const answer = await engine.client.ask(`/v1/retention?asAt=${moment}`);
      expect([moment, answer.status]).toEqual([moment, 400]);
      expect(answer.json()).toMatchObject({ code: expect.stringMatching(/^invalid-(parameter|position)$/), detail: expect.stringMatching(/asAt|position/) });
    }
  });
});
