import { join } from 'node:path';
import { demoCommands } from '@tenure/demo';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const until = Date.UTC(2026, 5, 1);
const customers = 400;

interface Average {
  readonly period: number;
  readonly rate: number;
}
interface Month {
  readonly start: string;
  readonly opened: { readonly total: number };
}

describe('the demo company', () => {
  let engine: EngineProcess;
  const sent = [...demoCommands({ customers, months: 24, seed: 1, until }).commands];

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data'), args: ['--currency', 'EUR'] });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('is told through the real commands, every one accepted', async () => {
    const answers = await engine.client.bulk<{ status: number }>(sent.map(({ name, id, data }) => ({ command: name, id, data })));
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    expect(answers).toHaveLength(sent.length);
  }, 60_000);

  it('has its customers, purchases, returns, subscriptions and complaints in the totals', async () => {
    const of = (name: string) => sent.filter((command) => command.name === name).length;
    const { totals } = await engine.client.current<{ totals: { purchases: number; returns: number }[] }>('/v1/totals');
    expect(totals[0]).toMatchObject({ purchases: of('RecordPurchase'), returns: of('RecordReturn') });
    const { periods } = await engine.client.current<{ periods: Month[] }>('/v1/complaints/summary');
    expect(periods.reduce((sum, { opened }) => sum + opened.total, 0)).toBe(of('LogComplaint'));
  });

  it('shows a bad batch: more than twice the complaints of any other month', async () => {
    const { periods } = await engine.client.current<{ periods: Month[] }>('/v1/complaints/summary');
    const [most, second] = [...periods].sort((a, b) => b.opened.total - a.opened.total);
    expect(most!.start.slice(0, 7)).toBe('2025-07');
    expect(most!.opened.total).toBeGreaterThan(2 * second!.opened.total);
  });

  it('shows who stays less: the region of the bad batch', async () => {
    const { groups } = await engine.client.current<{ groups: { group: string; weightedAverage: (Average | null)[] }[] }>(
      '/v1/retention?by=region&mode=on-or-after',
    );
    expect(groups.map(({ group }) => group).sort()).toEqual(['coast', 'east', 'north', 'south', 'west']);
    const late = (group: string) => groups.find((each) => each.group === group)!.weightedAverage[12]!.rate;
    const others = ['coast', 'east', 'north', 'west'].map(late);
    expect(late('south')).toBeLessThan(others.reduce((a, b) => a + b) / others.length);
  });

  it('is fitted without being asked, and then scores with reasons', async () => {
    let fitted: object | null = null;
    for (let waited = 0; fitted === null && waited < 40; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { items } = await engine.client.get<{ items: { model: string; fitted: object | null }[] }>('/v1/models');
      fitted = items.find(({ model }) => model === 'mbg-nbd')!.fitted;
    }
    expect(fitted).toMatchObject({ converged: true });
    const { items } = await engine.client.current<{ items: { probability: number }[] }>('/v1/churn-likelihood?asOf=2026-05-31&limit=50');
    expect(items).toHaveLength(50);
    for (const { probability } of items) expect(probability).toBeGreaterThan(0.5);
  }, 60_000);

  it('is the same in a rebuild', async () => {
    expect(await engine.client.check()).toMatchObject({ identical: true });
  }, 60_000);
});
