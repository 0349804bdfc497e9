import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Value {
  readonly value: { readonly minor: number };
  readonly margin: number;
  readonly ownMargin?: number;
  readonly parts: { readonly past: { readonly minor: number }; readonly future: { readonly minor: number }; readonly whole: { readonly minor: number } };
  readonly terms: Readonly<Record<'margin' | 'discountRate' | 'horizon', { readonly given: string; readonly from?: string; readonly reason?: string }>>;
}
interface Terms {
  readonly items: readonly { readonly term: string; readonly product: string | null; readonly share: number | null; readonly statedBy: string }[];
}

const figure = 'lifetime-value';
const customer = '/v1/lifetime-value/C-00007';

describe('somebody who knows what is earned', () => {
  let cwd: string;
  let engine: EngineProcess;
  let before: { readonly position: string; readonly value: Value };
  const command = (...args: string[]) => tenure([...args, '--url', engine.url], { cwd });
  const value = (query = '') => engine.client.current<Value>(`${customer}?about=2025-06-30${query}`);
  const figures = async (query = '') => {
    const { asOf, ...rest } = (await value(query)) as Value & { readonly asOf: object };
    return rest;
  };

  beforeAll(async () => {
    cwd = temporaryFolder();
    engine = await EngineProcess.start({ data: join(cwd, 'data') });
    await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: 250, seed: 7 })), {});
    for (const model of ['mbg-nbd', 'gamma-gamma']) {
      const { position } = await engine.client.post<{ position: string }>(`/v1/models/${model}/fits`, { until: '2025-06-30', unit: 'week' });
      await engine.client.accept('PromoteModel', { model, fit: position });
    }
    before = { position: await engine.client.head(), value: await value() };
  }, 180_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('finds the defaults while nothing is stated, and is told so', async () => {
    expect(before.value).toMatchObject({ margin: 1, terms: { margin: { given: 'by-default' }, discountRate: { given: 'by-default' } } });
    expect((await command('terms')).stdout).toContain('Nothing is stated');
  });

  it('states a margin with a reason, and every value is reckoned on it', async () => {
    const stated = await command('command', 'StateMargin', `figure=${figure}`, 'currency=USD', 'share=0.4', 'from=2025-01-01', 'reason=as the accounts say');
    expect(stated.stdout).toContain('MarginStated');
    const now = await value();
    expect(now).toMatchObject({ margin: 0.4, terms: { margin: { given: 'stated', from: '2025-01-01', reason: 'as the accounts say' } } });
    expect(Math.abs(now.value.minor - 0.4 * before.value.value.minor)).toBeLessThanOrEqual(0.5);
    const { value: asked, parts } = await value('&margin=0.4');
    expect([now.value, now.parts]).toEqual([asked, parts]);
    const printed = await command('terms');
    expect(printed.stdout).toMatch(/margin USD +40% +2025-01-01 +as the accounts say/);
  });

  it('asks for another margin, and that one is taken', async () => {
    expect(await value('&margin=1')).toMatchObject({ value: before.value.value, terms: { margin: { given: 'in-query' } } });
  });

  it('looks at a day before, and at a moment before, and finds what held and what was known', async () => {
    const earlier = await engine.client.current<Value>(`${customer}?about=2024-12-31`);
    expect(earlier).toMatchObject({ margin: 1, terms: { margin: { given: 'by-default' } } });
    const then = await engine.client.get<Value>(`${customer}?about=2025-06-30&asAt=${before.position}`);
    expect([then.value, then.terms]).toEqual([before.value.value, before.value.terms]);
    expect((await engine.client.get<Terms>(`/v1/terms?asAt=${before.position}`)).items).toEqual([]);
  });

  it('states what holds from a later day on, and nothing before changes', async () => {
    const today = await figures();
    await engine.client.accept('StateMargin', { figure, currency: 'USD', share: 0.1, from: '2025-07-01', reason: 'a dearer supplier' });
    await engine.client.accept('StateDiscountRate', { figure, rate: 0.2, from: '2025-07-01', reason: 'cost of capital' });
    await engine.client.accept('StateHorizon', { figure, horizon: 'P1Y', from: '2025-07-01', reason: 'as the plan says' });
    expect(await figures()).toEqual(today);
    const { items } = await engine.client.current<Terms>('/v1/terms?about=2025-07-01');
    expect(items.map(({ term }) => term)).toEqual(['margin', 'discount-rate', 'horizon']);
    expect(await engine.client.current<Value>(`${customer}?about=2025-07-01`)).toMatchObject({ margin: 0.1, discountRate: 0.2, horizon: 'P1Y' });
  });

  it('withdraws it, and the history shows everything, with who and why', async () => {
    await engine.client.accept('WithdrawTerm', { figure, term: 'margin', currency: 'USD', from: '2025-01-01', reason: 'to be stated again' });
    expect(await value()).toMatchObject({ margin: 1, value: before.value.value });
    const { items } = await engine.client.current<Terms>('/v1/terms/history');
    expect(items.map(({ term, share }) => [term, share])).toEqual([
      ['margin', 0.4],
      ['margin', 0.1],
      ['discount-rate', null],
      ['horizon', null],
      ['margin', null],
    ]);
    expect(new Set(items.map(({ statedBy }) => statedBy)).size).toBe(1);
  });

  it('states what complaints and winning a customer cost, and it is taken off what was brought', async () => {
    await engine.client.accept('LogComplaint', { customerId: 'C-00007', complaintId: 'K-1', subject: 'late', severity: 'high', occurredAt: '2025-03-01' });
    await engine.client.accept('StateCost', { figure, of: 'complaint', amount: { minor: 2_500, currency: 'USD' }, from: '2025-01-01', reason: 'work' });
    await engine.client.accept('StateCost', { figure, of: 'acquisition', amount: { minor: 4_000, currency: 'EUR' }, from: '2025-01-01', reason: 'ads' });
    const { parts, value: now } = await value();
    expect(now).toEqual(before.value.value);
    expect(parts).toMatchObject({
      earned: before.value.parts.past,
      costs: [{ of: 'complaint', count: 1, amount: { minor: 2_500, currency: 'USD' } }],
      costsNotTakenOff: [{ of: 'acquisition', count: 1, amount: { minor: 4_000, currency: 'EUR' } }],
      past: { minor: before.value.parts.past.minor - 2_500 },
      whole: { minor: before.value.parts.whole.minor - 2_500 },
    });
    const printed = (await command('value', 'C-00007', '--about', '2025-06-30')).stdout;
    expect(printed).toMatch(/less \$25\.00 for complaint \(1\)/);
    expect(printed).toMatch(/not taken off +€40\.00 for acquisition/);
    expect((await command('terms')).stdout).toMatch(/complaint-cost +\$25\.00 each/);
  });

  it('is told what is wrong, and what to do about it', async () => {
    const refused = await engine.client.send('StateMargin', { figure: 'value', currency: 'USD', share: 0.4, from: '2025-01-01', reason: 'x' });
    expect(refused.json()).toMatchObject({ status: 404, detail: expect.stringContaining('There are: lifetime-value') });
    const withdrawn = await engine.client.send('WithdrawTerm', { figure, term: 'margin', currency: 'EUR', from: '2025-01-01', reason: 'x' });
    expect(withdrawn.json()).toMatchObject({ status: 422, code: 'term-not-stated', errors: [{ pointer: '/currency' }] });
  });
});
