import { type CustomerRecord, type HazardEvaluation, hazardModelName, learnHazard } from '@tenure/models';
import type { FittedModel } from '@tenure/querying';
import { dayName, parseDay } from '@tenure/time';
import { customerFileProjection } from '../customer-file/projection.js';
import { valueProjection } from '../lifetime-value/projection.js';
import { retentionProjection } from '../retention/projection.js';
import { customerDocument, liveView } from '../shared/reading/live-view.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf, shelfOf } from '../shared/testing/context.js';
import { purchase } from '../shared/testing/events.js';
import { spendParameters, weeklyFit } from '../shared/testing/fits.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { customerChurnQuery } from './customer-query.js';
import { customerRecords } from './customer-records.js';
import type { ChurnList } from './list-answer.js';
import { churnListQuery } from './list-query.js';
import { ChurnListParameters, CustomerChurnParameters } from './parameters.js';
import { type ChurnDocument, churnProjection } from './projection.js';
import { type ChurnScore, type ChurnScorer, churnQuestion, scorerOf } from './scorer.js';

/** Deterministic, 0 to 1 (Park & Miller 1988). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const firstDay = parseDay('2024-01-01')!;
const lastDay = firstDay + 800;

/** Customers who buy about every three weeks, and leave once a complaint stays open. */
const histories: Histories = (() => {
  const random = randomNumbers(7);
  return Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => {
      const events = [];
      for (let day = firstDay + Math.floor(random() * 600); day <= lastDay; day += 5 + Math.floor(32 * random())) {
        events.push(purchase(dayName(day)));
        if (random() > 0.08) continue;
        events.push({ type: 'ComplaintLogged', at: dayName(day), precision: 'day' as const, data: { complaintId: `c-${day}`, severity: 'high' } });
        if (random() < 0.7) break;
        events.push({ type: 'ComplaintResolved', at: dayName(Math.min(lastDay, day + 2)), precision: 'day' as const, data: { complaintId: `c-${day}` } });
      }
      return [`customer-${String(i).padStart(3, '0')}`, events];
    }),
  );
})();
const snapshot = new MemorySnapshot([churnProjection, valueProjection, customerFileProjection, retentionProjection], histories);

let hazardFit: FittedModel;
beforeAll(async () => {
  const records: CustomerRecord[] = [];
  for await (const chunk of customerRecords(snapshot, 'UTC').read()) records.push(...chunk);
  const hazard = [30, 90, 180, 365].map((horizon) => {
    const found = learnHazard(records, lastDay, horizon);
    return typeof found === 'string' ? { horizon, notEnoughData: found } : found;
  });
  hazardFit = { ...weeklyFit, model: hazardModelName, parameters: {}, timeUnit: null, aic: null, logLikelihood: null, hazard, position: 'fit-of-hazard' };
});

const context = (models: readonly FittedModel[] = [weeklyFit, hazardFit, spendParameters]) => contextOf(snapshot, { models });
const ask = async (customerId: string, more: Texts = {}, models?: readonly FittedModel[]) =>
  (await customerChurnQuery.run(context(models), asked(CustomerChurnParameters, { customerId, ...more }))) as ChurnScore;

describe('likelihoods of the hazard model', () => {
  it('are answered where they told later outcomes better than the model of purchases, and say so', async () => {
    const { model, outcomes, probabilityAlive } = await ask('customer-001');
    expect(model).toMatchObject({
      name: 'hazard',
      position: 'fit-of-hazard',
      chosen: { by: 'outcomes', why: expect.stringMatching(/log-loss is 0\.\d{4}, that of/) as string },
    });
    expect(outcomes).toMatchObject({ checked: true, horizons: ['P90D'] });
    expect(probabilityAlive).toBeGreaterThan(0);
  });

  it('have reasons that add up to them, for every customer, at a horizon between two tested ones too', async () => {
    for (const horizon of ['P90D', 'P60D', 'P200D']) {
      for (const customerId of Object.keys(histories).slice(0, 60)) {
        const { logOdds, base, reasons, probability } = await ask(customerId, { horizon });
        const sum = reasons.reduce((all, { contribution }) => all + contribution, base!.logOdds);
        expect(Math.abs(sum - logOdds)).toBeLessThan(1e-9);
        expect(probability).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
        if (probability > 0.5) expect(reasons[0]!.contribution).toBeGreaterThan(0);
      }
    }
  });

  it('rise for a complaint that stays open, and say so first', async () => {
    const recent = parseDay('2026-03-01')!;
    const bought = [80, 60, 40, 20, 2].map((before) => purchase(dayName(recent - before)));
    const complaint = { type: 'ComplaintLogged', at: dayName(recent - 2), precision: 'day' as const, data: { complaintId: 'k', severity: 'high' } };
    const both = new MemorySnapshot([churnProjection], { content: bought, cross: [...bought, complaint] });
    const of = async (customerId: string) =>
      (await customerChurnQuery.run(
        contextOf(both, { models: [weeklyFit, hazardFit] }),
        asked(CustomerChurnParameters, { customerId, about: '2026-03-01' }),
      )) as ChurnScore;
    const [content, cross] = [await of('content'), await of('cross')];
    expect(cross.probability).toBeGreaterThan(content.probability + 0.2);
    expect(cross.reasons[0]).toMatchObject({ feature: 'complaints-open', value: 1, typical: 0, text: '1 complaint open' });
  });

  it('are the same in the list, the export row and the answer about one customer', async () => {
    const { items, customers } = (await churnListQuery.run(context(), asked(ChurnListParameters, { order: 'probability', limit: '1000' }))) as ChurnList;
    expect(customers).toBe(items.length);
    for (const item of items.slice(0, 50)) {
      const { override: _, trend: __, ...alone } = (await ask(item.customerId)) as ChurnScore & { override: null; trend: object };
      expect(item).toMatchObject({ ...alone });
    }
    expect(items.map(({ probability }) => probability)).toEqual(items.map(({ probability }) => probability).sort((one, other) => other - one));
  });

  it('give way to a promoted model, to the one asked for, and beyond the tested horizons', async () => {
    expect((await ask('customer-001', { model: 'mbg-nbd' })).model).toMatchObject({ name: 'mbg-nbd', chosen: { by: 'asked' } });
    expect((await ask('customer-001', { horizon: 'P2Y' })).model.name).toBe('mbg-nbd');
    expect(await ask('customer-001', { horizon: 'P2Y', model: 'hazard' })).toMatchObject({ probability: null, notEnoughData: expect.any(String) as string });
    expect((await ask('customer-001', { model: 'hazard' })).model.chosen.by).toBe('asked');
    const shelved = async (promoted: readonly string[]) => {
      const models = { ...context(), models: shelfOf([weeklyFit, hazardFit], promoted) };
      return ((await customerChurnQuery.run(models, asked(CustomerChurnParameters, { customerId: 'customer-001' }))) as ChurnScore).model;
    };
    expect(await shelved(['mbg-nbd'])).toMatchObject({ name: 'mbg-nbd', chosen: { by: 'promoted' } });
    expect(await shelved(['mbg-nbd', 'hazard'])).toMatchObject({ name: 'hazard', chosen: { by: 'promoted' } });
  });

  it('are not answered where the model of purchases told outcomes better, or nothing could be compared', async () => {
    const compared = (logLoss: number): HazardEvaluation => ({
      at: lastDay - 90,
      days: 3,
      customers: 1000,
      hazard: { auc: 0.8, brier: 0.1, logLoss },
      purchases: { auc: 0.8, brier: 0.1, logLoss: 0.4 },
    });
    const told = (logLoss: number | null): FittedModel => ({
      ...hazardFit,
      hazard: hazardFit.hazard!.map((each) => ('terms' in each ? { ...each, evaluation: logLoss === null ? null : compared(logLoss) } : each)),
    });
    expect((await ask('customer-001', {}, [weeklyFit, told(0.41)])).model.name).toBe('mbg-nbd');
    expect((await ask('customer-001', {}, [weeklyFit, told(null)])).model.name).toBe('mbg-nbd');
    expect((await ask('customer-001', {}, [weeklyFit, told(0.39)])).model.name).toBe('hazard');
  });

  it('say why there is none for a horizon that is not scored', async () => {
    for (const horizon of ['P7D', 'P2Y'])
      expect(await ask('customer-001', { horizon, model: 'hazard' })).toMatchObject({ notEnoughData: expect.stringContaining('from P30D to P365D') as string });
  });

  it('hold a list to the model of purchases too, by which it is decided who is on it', async () => {
    const first = (await churnListQuery.run(context(), asked(ChurnListParameters, { limit: '1' }))) as ChurnList;
    const refitted = [{ ...weeklyFit, position: 'another fit' }, hazardFit, spendParameters];
    const next = churnListQuery.run(context(refitted), asked(ChurnListParameters, { limit: '1', cursor: first.next! }));
    await expect(next).rejects.toMatchObject({ code: 'cursor-mismatch' });
  });

  it('are given of a customer whose purchase the read model of likelihoods does not have yet', async () => {
    const question = await churnQuestion(context(), await liveView(snapshot, 'churn-likelihood'), { about: '2026-03-01' });
    const behind = new MemorySnapshot([churnProjection], { late: [purchase('2026-03-20')] });
    const { body } = await customerDocument(behind, 'churn-likelihood', 'late');
    const scorer = scorerOf(question) as ChurnScorer;
    expect(scorer.readsRecords).toBe(true);
    expect(scorer.chances([parseDay('2026-02-01')!], JSON.parse(body) as ChurnDocument)).toEqual(scorer.chances([parseDay('2026-02-01')!], null));
  });
});
