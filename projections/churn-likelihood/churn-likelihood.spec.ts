import type { FittedModel } from '@tenure/querying';
import fc from 'fast-check';
import { customerFileProjection } from '../customer-file/projection.js';
import { customerValueQuery } from '../lifetime-value/customer-query.js';
import { valueProjection } from '../lifetime-value/projection.js';
import type { CustomerValue, NoValue } from '../lifetime-value/valuer.js';
import { recurringRevenueProjection } from '../recurring-revenue/projection.js';
import { retentionProjection } from '../retention/projection.js';
import { roundHalfEven } from '../shared/money/money.js';
import { chooseFit } from '../shared/scoring/model-choice.js';
import { purchaseModelNames } from '../shared/scoring/purchase-fit.js';
import { arbitraryCustomers } from '../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf, shelfOf } from '../shared/testing/context.js';
import { closed, purchase, registered } from '../shared/testing/events.js';
import { bgParameters, nbdParameters, spendParameters, weeklyFit } from '../shared/testing/fits.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { customerChurnQuery } from './customer-query.js';
import type { ChurnList } from './list-answer.js';
import { churnListQuery } from './list-query.js';
import { ChurnListParameters, CustomerChurnParameters } from './parameters.js';
import { churnProjection } from './projection.js';
import { valueAtRisk } from './ranking.js';
import type { ChurnScore } from './scorer.js';
import type { ChurnTrend } from './trend.js';

const projections = [churnProjection, valueProjection, customerFileProjection, retentionProjection, recurringRevenueProjection];
const contextFor = (histories: Histories, models: readonly FittedModel[], personal = true) =>
  contextOf(new MemorySnapshot(projections, histories), { models, personal });
const ask = async (histories: Histories, customerId: string, models: readonly FittedModel[], more: Texts = {}) =>
  customerChurnQuery.run(contextFor(histories, models), asked(CustomerChurnParameters, { customerId, ...more }));
const list = async (histories: Histories, models: readonly FittedModel[], parameters: Texts = {}) =>
  churnListQuery.run(contextFor(histories, models), asked(ChurnListParameters, parameters)) as Promise<ChurnList>;

const models = [weeklyFit, spendParameters];

const histories: Histories = {
  ada: [purchase('2026-01-01'), purchase('2026-01-11T09:00Z'), purchase('2026-01-11T18:00Z', { orderId: 'second' }), purchase('2026-01-21')],
  bo: [purchase('2026-01-11')],
  cy: [purchase('2026-01-02'), closed('2026-01-20')],
  di: [registered('2026-01-01')],
};

describe('churn likelihood', () => {
  it('answers the example of its definition', async () => {
    const score = (await ask(histories, 'bo', [bgParameters], { horizon: 'P90D' })) as ChurnScore; // bought once, ten days ago
    expect(score.probabilityAlive).toBeCloseTo(1 / 3, 12);
    expect(score.about).toBe('2026-01-21'); // the latest purchase of anybody
  });

  it('shows what a score comes from', async () => {
    const score = (await ask(histories, 'ada', [weeklyFit], { asOf: '2026-02-20' })) as ChurnScore;
    expect(score).toMatchObject({
      customerId: 'ada',
      horizon: 'P90D',
      about: '2026-02-20',
      facts: { purchases: 3, firstPurchase: '2026-01-01', lastPurchase: '2026-01-21', daysSinceLastPurchase: 30 },
      model: { name: 'mbg-nbd', version: weeklyFit.fittedAt, trainedTo: weeklyFit.trainedTo, position: weeklyFit.position },
    });
    expect(score.low!).toBeLessThan(score.probability);
    expect(score.high!).toBeGreaterThan(score.probability);
    expect(score.reasons.map(({ feature }) => feature).sort()).toEqual(['age', 'frequency', 'recency-against-own-rhythm']);
    expect(score.reasons.find(({ feature }) => feature === 'recency-against-own-rhythm')!.text).toBe('last bought 30 days ago; usually every 10 days');
  });

  it('is likelier over a shorter horizon, and after a longer silence', async () => {
    const probability = async (more: Texts) => ((await ask(histories, 'ada', [weeklyFit], more)) as ChurnScore).probability;
    expect(await probability({ horizon: 'P30D' })).toBeGreaterThan(await probability({ horizon: 'P1Y' }));
    expect(await probability({ asOf: '2026-06-30' })).toBeGreaterThan(await probability({ asOf: '2026-01-31' }));
  });

  it('says what it was thirty days earlier, as of then', async () => {
    const { probability, trend } = (await ask(histories, 'ada', [weeklyFit], { asOf: '2026-03-01' })) as ChurnScore & { trend: ChurnTrend };
    const then = (await ask(histories, 'ada', [weeklyFit], { asOf: '2026-01-30' })) as ChurnScore;
    expect(trend).toEqual({ about: '2026-01-30', probability: then.probability, change: probability - then.probability });
    expect(trend.change).toBeGreaterThan(0);
    expect(await ask(histories, 'ada', [weeklyFit], { asOf: '2026-01-22' })).toMatchObject({ trend: null }); // not a customer thirty days before
    expect(await ask(histories, 'cy', [weeklyFit])).not.toHaveProperty('trend');
  });

  it('does not look at purchases after the day in question', async () => {
    const { facts } = (await ask(histories, 'ada', [weeklyFit], { asOf: '2026-01-15' })) as ChurnScore;
    expect(facts).toEqual({ purchases: 2, firstPurchase: '2026-01-01', lastPurchase: '2026-01-11', daysSinceLastPurchase: 4 });
  });

  it('says what is missing instead of scoring', async () => {
    expect(await ask(histories, 'ada', [])).toMatchObject({
      probability: null,
      notEnoughData: expect.stringContaining('200 customers and 200 repeat purchase days on; there are 3 and 2') as string,
    });
    expect(await list(histories, [])).toMatchObject({ items: [], next: null, notEnoughData: expect.any(String) as string });
    expect(await ask(histories, 'di', [weeklyFit])).toMatchObject({
      probability: null,
      notEnoughData: expect.stringContaining('No purchase by 2026-01-21') as string,
    });
    expect(await ask(histories, 'cy', [weeklyFit])).toMatchObject({ probability: null, notEnoughData: expect.stringContaining('closed') as string });
    await expect(ask(histories, 'nobody', [weeklyFit])).rejects.toMatchObject({ code: 'customer-unknown' });
  });

  it('takes the model with the lowest AIC, says by how much, and that nobody leaves in NBD', async () => {
    const scoredBy = async (models: readonly FittedModel[], more: Texts = {}) => ((await ask(histories, 'ada', models, more)) as ChurnScore).model;
    const [mbg, simple] = [
      { ...weeklyFit, aic: 100 },
      { ...nbdParameters, aic: 112.34 },
    ];
    expect(await scoredBy([mbg, simple])).toMatchObject({
      name: 'mbg-nbd',
      nobodyLeaves: null,
      chosen: {
        by: 'aic',
        why: 'Lowest AIC of mbg-nbd, nbd: 12.3 below nbd.',
        margin: expect.closeTo(12.34, 9),
        compared: [
          { name: 'mbg-nbd', aic: 100 },
          { name: 'nbd', aic: 112.34 },
        ],
      },
    });
    const nobody = await scoredBy([mbg, { ...simple, aic: 99 }]);
    expect(nobody).toMatchObject({ name: 'nbd', nobodyLeaves: expect.stringContaining('nobody leaves'), aic: 99 });
    expect(await scoredBy([mbg, { ...simple, aic: 100 }])).toMatchObject({ name: 'nbd', chosen: { margin: 0 } }); // equally likely and simpler
    expect(await scoredBy([{ ...mbg, boundary: 'An optimum at a limit.' }, simple])).toMatchObject({ name: 'mbg-nbd', boundary: 'An optimum at a limit.' });
    expect(await scoredBy([mbg, simple], { model: 'nbd' })).toMatchObject({ name: 'nbd', chosen: { by: 'asked', compared: [] } });
  });

  it('compares fits of the same purchases only, and none where one was promoted', async () => {
    const choose = async (models: readonly FittedModel[], promoted: readonly string[] = []) => chooseFit(shelfOf(models, promoted), purchaseModelNames);
    const newer = { ...weeklyFit, aic: 130, customers: 101, purchaseDays: 301 };
    expect(await choose([{ ...nbdParameters, aic: 90 }, newer])).toMatchObject({
      fit: { model: 'mbg-nbd' },
      choice: { margin: null, compared: [{ name: 'mbg-nbd' }] },
    });
    const both = [
      { ...nbdParameters, aic: 90 },
      { ...weeklyFit, aic: 80 },
    ];
    expect(await choose(both, ['mbg-nbd', 'nbd'])).toMatchObject({ fit: { model: 'nbd' }, choice: { by: 'promoted' } });
    const corrected = [
      { ...nbdParameters, aic: 90, checksum: 1 },
      { ...weeklyFit, aic: 80, checksum: 2 },
    ];
    expect(await choose(corrected)).toMatchObject({ choice: { margin: null } }); // a day was corrected between the two
    expect(await choose([{ ...weeklyFit, converged: false }])).toBeNull();
  });

  it('refuses a horizon that is none', async () => {
    for (const horizon of ['90', 'P0D', 'P4Y', 'PT1H', 'P'])
      await expect(ask(histories, 'ada', [weeklyFit], { horizon })).rejects.toMatchObject({ parameter: 'horizon' });
  });
});

describe('likelihoods that were checked against outcomes', () => {
  const learnt = {
    horizon: 90,
    at: 20_000,
    customers: 900,
    baseRate: 0.6,
    line: { intercept: -0.4, slope: 1.5, interceptError: 0.1, slopeError: 0.05, covariance: 0.001 },
    season: 0.2,
    spread: 0.3,
  };
  const checked = { ...weeklyFit, calibrations: [{ horizon: 30, notEnoughData: 'Too few.' }, learnt] };
  const logit = (p: number) => Math.log(p / (1 - p));

  it('lie on the line, reasons and all, and say what they were checked against', async () => {
    const raw = (await ask(histories, 'ada', [weeklyFit], { about: '2026-02-20' })) as ChurnScore;
    const score = (await ask(histories, 'ada', [checked], { about: '2026-02-20' })) as ChurnScore;
    expect(score.uncalibrated).toBeCloseTo(raw.probability, 12);
    expect(score.logOdds).toBeCloseTo(-0.4 + 1.5 * raw.logOdds, 12);
    expect(logit(score.probability)).toBeCloseTo(score.logOdds, 9);
    expect(score.reasons.reduce((sum, { contribution }) => sum + contribution, score.base!.logOdds)).toBeCloseTo(score.logOdds, 9);
    expect(score.outcomes).toMatchObject({
      checked: true,
      horizons: ['P90D'],
      at: '2024-10-04',
      customers: 900,
      level: expect.closeTo(-0.4, 12),
      slope: 1.5,
      season: null,
    });
    expect(score.intervalOf).toBe('outcome');
    expect([score.low! < score.modelLow!, score.modelLow! < score.probability, score.probability < score.modelHigh!, score.modelHigh! < score.high!]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const { items } = await list(histories, [checked], { order: 'probability', about: '2026-02-20' });
    expect(items.find(({ customerId }) => customerId === 'ada')!.probability).toBe(score.probability);
  });

  it('are mixed between tested horizons, fade beyond them, and say where they are not checked', async () => {
    const other = { ...learnt, horizon: 360, line: { ...learnt.line, intercept: 0.4, slope: 1.1 } };
    const two = { ...weeklyFit, calibrations: [{ horizon: 30, notEnoughData: 'Too few.' }, learnt, other] };
    const outcomes = async (model: FittedModel, horizon: string) => ((await ask(histories, 'ada', [model], { horizon })) as ChurnScore).outcomes;
    expect(await outcomes(two, 'P90D')).toMatchObject({ horizons: ['P90D'], level: expect.closeTo(-0.4, 12), slope: expect.closeTo(1.5, 12) });
    expect(await outcomes(two, 'P180D')).toMatchObject({ horizons: ['P90D', 'P360D'], level: expect.closeTo(0, 12), slope: expect.closeTo(1.3, 12) });
    const fading = 1 - Math.log(540 / 360) / Math.LN2;
    expect(await outcomes(two, 'P540D')).toMatchObject({ horizons: ['P360D'], slope: expect.closeTo(1 + 0.1 * fading, 12) });
    expect(await outcomes(two, 'P3Y')).toEqual({ checked: false, why: 'Not yet checked against outcomes: no horizon near this one has been tested.' });
    expect(await outcomes(two, 'P20D')).toEqual({ checked: false, why: 'Not yet checked against outcomes: Too few.' });
    expect(await outcomes(weeklyFit, 'P90D')).toMatchObject({ checked: false, why: expect.stringContaining('fit the model again') as string });
  });

  it('know the time of the year about the day of the fit, and about no other', async () => {
    const season = async (about: string) => {
      const recent = { ...weeklyFit, calibrations: [{ ...learnt, at: 20_400 }] }; // its 90 days end on 2026-02-06
      const { outcomes } = (await ask(histories, 'ada', [recent], { about })) as ChurnScore;
      if (outcomes.checked) expect(outcomes.level).toBeCloseTo(learnt.line.intercept + (outcomes.season ?? 0), 12);
      return outcomes.checked ? outcomes.season : 'not checked';
    };
    expect(await season('2026-02-06')).toBeCloseTo(0.2, 12);
    expect(await season('2026-03-08')).toBeCloseTo(0.2, 12);
    expect(await season('2026-03-09')).toBeNull();
    expect(await season('2026-01-01')).toBeNull();
  });
});

describe('the list of churn likelihoods', () => {
  it('has the likeliest to leave first, without closed customers, and down to a probability', async () => {
    const { items } = await list(histories, [bgParameters], { order: 'probability' });
    expect(items.map(({ customerId }) => customerId)).toEqual(['bo', 'ada']);
    const [first, second] = items;
    expect(first!.probability).toBeGreaterThan(second!.probability);
    expect(
      (await list(histories, [bgParameters], { order: 'probability', minProbability: String((first!.probability + second!.probability) / 2) })).items,
    ).toHaveLength(1);
  });

  it('is whole when read page by page, and says the same of a customer as the customer does', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, fc.integer({ min: 1, max: 3 }), async (customers, limit) => {
        for (const order of ['value-at-risk', 'probability']) {
          const terms = { order, currency: 'USD', minActive: '0' };
          const whole = await list(customers, models, terms);
          const paged: unknown[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const page: ChurnList = await list(customers, models, { ...terms, limit: String(limit), cursor });
            paged.push(...page.items);
            cursor = page.next;
          }
          expect(paged).toEqual(whole.items);
          expect(whole.customers).toBe(whole.items.length);
          expect(whole.items.length + Object.values(whole.leftOut!).reduce((sum, count) => sum + count, 0)).toBe(Object.keys(customers).length);
          for (const item of whole.items) {
            const { trend: _, ...alone } = (await ask(customers, item.customerId, models)) as ChurnScore & { trend: object | null };
            expect(item).toMatchObject(alone);
            const worth = await customerValueQuery.run(contextFor(customers, models), { customerId: item.customerId, currency: 'USD' });
            expect(item.value).toEqual((worth as CustomerValue | NoValue).value);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('has by default what can still be saved first: expected value x likelihood, of who is probably still there', async () => {
    const monthly = (from: number, count: number, minor: number) =>
      Array.from({ length: count }, (_, k) => purchase(Date.UTC(2025, from + k, 1), { orderId: `o${k}`, minor }));
    const customers: Histories = {
      longGone: monthly(-12, 12, 90_000),
      big: [registered('2025-01-01', { region: 'north' }, 'person', { name: 'Ada', email: 'ada@example.com' }), ...monthly(0, 11, 20_000)],
      small: [registered('2025-01-01', { region: 'south' }), ...monthly(0, 11, 200)],
      euro: [purchase('2025-11-01', { currency: 'EUR' })],
      closed: [purchase('2025-11-01'), closed('2025-11-02')],
      newcomer: [registered('2025-11-20')],
    };
    const answer = await list(customers, models, { about: '2025-11-20', by: 'region' });
    expect(answer).toMatchObject({ order: 'value-at-risk', currency: 'USD', minActive: 0.5, otherCurrencies: [{ currency: 'EUR', customers: 1 }] });
    expect(answer.leftOut).toEqual({ objected: 0, closed: 1, noPurchase: 1, noPurchaseInCurrency: 1, probablyGone: 1, lessLikely: 0 });
    expect(answer.items.map(({ customerId }) => customerId)).toEqual(['big', 'small']);
    const [big, small] = answer.items;
    expect(big).toMatchObject({ name: 'Ada', email: 'ada@example.com', phone: null, group: 'north', facts: { lastPurchase: '2025-11-01' } });
    for (const { value, valueAtRisk: atRisk, probability } of answer.items) {
      expect(Math.abs(Number(atRisk!.minor) - Number(value!.minor) * probability)).toBeLessThanOrEqual(1); // each rounded once
    }
    expect(answer.groups).toMatchObject([
      { group: 'north', customers: 1, valueAtRisk: big!.valueAtRisk, value: big!.value },
      { group: 'south', customers: 1, valueAtRisk: small!.valueAtRisk },
      { group: null, customers: 0, probablyGone: 1, meanProbability: null },
    ]);
    expect((await list(customers, models, { about: '2025-11-20', minActive: '0' })).leftOut!.probablyGone).toBe(0);
    expect((await list(customers, models, { about: '2025-11-20', order: 'probability' })).items[0]).toMatchObject({ customerId: 'longGone' });
    await expect(list(customers, models, { by: 'regon' })).rejects.toMatchObject({ parameter: 'by', code: 'unknown-dimension' });
  });

  it('multiplies as the example of its definition', () => {
    expect(roundHalfEven(valueAtRisk(12_000, 0.4))).toBe(4_800);
    expect(valueAtRisk(12_000, 0.4)).toBeGreaterThan(valueAtRisk(30_000, 0.1));
  });

  it('is by likelihood, and says why, while there is no model of spend', async () => {
    const { order, items, minActive, leftOut, noValueAtRisk } = await list(histories, [bgParameters]);
    expect([order, items.map(({ customerId, value }) => [customerId, value])]).toEqual(['probability', [['ada', null]]]);
    expect([minActive, leftOut!.probablyGone]).toEqual([0.5, 1]); // bo is still active with probability 1/3
    expect(noValueAtRisk).toMatchObject({
      notEnoughData: expect.stringContaining('spend in USD') as string,
      needed: { customers: 200, repeatPurchaseDays: 200 },
    });
    const asked = await list(histories, [bgParameters], { order: 'probability' });
    expect([asked.minActive, asked.customers, asked.noValueAtRisk]).toEqual([0, 2, undefined]);
  });

  describe('in a currency that was asked for', () => {
    const customers: Histories = {
      euro: [purchase('2025-01-01', { currency: 'EUR' })],
      yuan: [purchase('2025-11-01', { currency: 'CNY' }), purchase('2025-11-15', { currency: 'CNY', orderId: 'second' })],
      both: [purchase('2025-11-01', { currency: 'EUR' }), purchase('2025-11-19', { currency: 'CNY', orderId: 'second' })],
      later: [purchase('2025-11-01', { currency: 'EUR' }), purchase('2025-11-30', { currency: 'CNY', orderId: 'second' })],
    };
    const about = '2025-11-20';
    const idsOf = ({ items }: ChurnList) => items.map(({ customerId }) => customerId).sort();

    it.each([
      ['without a model of spend', [weeklyFit], {}],
      ['without a model of spend, by likelihood', [weeklyFit], { order: 'probability' }],
      ['with a model of spend', [weeklyFit, { ...spendParameters, currency: 'CNY' }], {}],
      ['with a model of spend, by likelihood', [weeklyFit, { ...spendParameters, currency: 'CNY' }], { order: 'probability' }],
    ])('has only who had bought in it by the day, %s', async (_, fits, more) => {
      const answer = await list(customers, fits, { about, minActive: '0', currency: 'cny', ...more });
      expect([answer.currency, idsOf(answer), answer.leftOut!.noPurchaseInCurrency]).toEqual(['CNY', ['both', 'yuan'], 2]);
    });

    it('has everybody by likelihood where none was', async () => {
      expect(idsOf(await list(customers, [weeklyFit], { about, order: 'probability' }))).toEqual(['both', 'euro', 'later', 'yuan']);
    });

    it.each([
      ['with a model of purchases', [weeklyFit], { order: 'probability' }],
      ['in the default order', [weeklyFit], {}],
      ['without any model', [], {}],
    ])('says that nobody bought in it, %s', async (_, fits, more) => {
      expect(await list(customers, fits, { about, currency: 'CHF', ...more })).toMatchObject({
        items: [],
        notEnoughData: 'Nobody has bought in CHF: ask in a currency that customers bought in (CNY, EUR).',
        there: { customers: 0, repeatPurchaseDays: 0 },
      });
      await expect(list(customers, fits, { about, currency: 'euro', ...more })).rejects.toMatchObject({ code: 'unknown-currency' });
    });

    it('refuses the cursor of the list of everybody', async () => {
      const { next } = await list(customers, [weeklyFit], { about, order: 'probability', limit: '1' });
      const { currency } = await list(customers, [weeklyFit], { about, order: 'probability' });
      const kept = { about, order: 'probability', limit: '1', cursor: next!, currency: currency! };
      await expect(list(customers, [weeklyFit], kept)).rejects.toMatchObject({ code: 'cursor-mismatch' });
    });
  });

  it('is without names for a reader who may not see them, and says so', async () => {
    const named: Histories = { ada: [registered('2026-01-01', {}, 'person', { name: 'Ada' }), ...histories.ada!] };
    const seen = (personal: boolean) => churnListQuery.run(contextFor(named, [bgParameters], personal), {}) as Promise<ChurnList>;
    expect((await seen(true)).items[0]).toMatchObject({ name: 'Ada' });
    const hidden = await seen(false);
    expect(JSON.stringify(hidden)).not.toContain('Ada');
    expect(hidden.noContacts).toContain('left out');
  });

  it('refuses a cursor of another list', async () => {
    const { next } = await list(histories, [bgParameters], { order: 'probability', limit: '1' });
    await expect(list(histories, [bgParameters], { order: 'probability', cursor: next!, horizon: 'P30D' })).rejects.toMatchObject({ code: 'cursor-mismatch' });
    await expect(list(histories, [{ ...bgParameters, position: 'later' }], { order: 'probability', cursor: next! })).rejects.toMatchObject({
      code: 'cursor-mismatch',
    });
    await expect(list(histories, [bgParameters], { cursor: 'hello' })).rejects.toMatchObject({ code: 'cursor-invalid' });
  });
});
