import { join } from 'node:path';
import type { Schemas } from '@tenure/client';
import { demoCommands } from '@tenure/demo';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const until = Date.UTC(2026, 5, 1);
const customers = 400;

interface Average {
  readonly period: number;
  readonly rate: number;
}
interface Dated {
  readonly occurredAt: string;
}
interface Month {
  readonly start: string;
  readonly opened: { readonly total: number };
}

describe('the demo company', () => {
  let engine: EngineProcess;
  const sent = [...demoCommands({ customers, months: 24, seed: 1, until, now: Date.now() }).commands];

  beforeAll(async () => {
    // The reporting currency is USD, and nobody pays in it: figures are in EUR all the same.
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
  }, 180_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('is told through the real commands, every one accepted', async () => {
    const answers = await engine.client.bulk<{ status: number }>(sent.map(({ name, id, data }) => ({ command: name, id, data })));
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    expect(answers).toHaveLength(sent.length);
  }, 180_000);

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

  it('is fitted without being asked, spend in the currency that is paid with', async () => {
    const listed = async () => (await engine.client.get<{ items: { model: string; currency: string | null; fitted: object | null }[] }>('/v1/models')).items;
    let items = await listed();
    for (let waited = 0; items.some(({ fitted }) => fitted === null) && waited < 120; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      items = await listed();
    }
    expect(items.find(({ model }) => model === 'mbg-nbd')).toMatchObject({ fitted: { converged: true, inForce: true } });
    expect(items.find(({ model }) => model === 'gamma-gamma')).toMatchObject({ currency: 'EUR', fitted: { converged: true, inForce: true } });
  }, 180_000);

  it('says whom to call: who still buys and is worth it, not who left long ago', async () => {
    const about = '2026-02-28';
    const ask = (more: string) => engine.client.current<Schemas['ChurnLikelihoodAnswer']>(`/v1/churn-likelihood?about=${about}&limit=1000${more}`);
    const listed = await ask('');
    expect(listed).toMatchObject({ order: 'value-at-risk', currency: 'EUR' });
    expect(listed.noValueAtRisk).toBeUndefined();
    const atRisk = listed.items.map(({ valueAtRisk }) => Number(valueAtRisk!.minor));
    expect(atRisk).toEqual([...atRisk].sort((a, b) => b - a));
    expect(listed.items[0]!.name).toEqual(expect.any(String));
    const buysAgain = new Set(
      sent.filter(({ name, data }) => name === 'RecordPurchase' && (data as Dated).occurredAt > '2026-03-01').map((one) => one.customerId),
    );
    const share = (ids: readonly string[]) => ids.filter((id) => buysAgain.has(id)).length / ids.length;
    const all = (await ask('&order=probability')).items.map(({ customerId }) => customerId);
    const gone = all.filter((id) => !listed.items.some(({ customerId }) => customerId === id));
    expect(gone).toHaveLength(listed.leftOut!.probablyGone);
    // Most customers at the top of the list buy again within three months; of those left out or most likely gone hardly any does.
    expect(share(listed.items.slice(0, 50).map(({ customerId }) => customerId))).toBeGreaterThan(0.5);
    expect(share(gone)).toBeLessThan(0.1);
    expect(share(all.slice(0, 50))).toBeLessThan(0.1);
  });

  it('shows by region where most have left: where the bad batch was sold', async () => {
    const { groups } = await engine.client.current<Schemas['ChurnLikelihoodAnswer']>('/v1/churn-likelihood?by=region&limit=1');
    const gone = groups!.map(({ group, customers: there, probablyGone }) => [probablyGone / (there + probablyGone), group] as const);
    expect(gone.sort(([one], [other]) => other - one)[0]![1]).toBe('south');
  });

  it('shows what firms are worth: about three times a household', async () => {
    const { groups } = await engine.client.current<Schemas['LifetimeValueAnswer']>('/v1/lifetime-value?by=sector&limit=1');
    const mean = (isFirm: boolean) => {
      const some = groups!.filter(({ group }) => (group !== 'household') === isFirm);
      const total = some.reduce((sum, { totalValue }) => sum + Number(totalValue.minor), 0);
      return total / some.reduce((sum, { customers: count }) => sum + count, 0);
    };
    expect(mean(true) / mean(false)).toBeGreaterThan(2);
  });

  it('is the same in a rebuild', async () => {
    expect(await engine.client.check()).toMatchObject({ identical: true });
  }, 180_000);
});
