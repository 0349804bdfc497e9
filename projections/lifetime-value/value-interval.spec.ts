import { gammaGamma, middle95, ParameterDraws, parameterDrawCount } from '@tenure/models';
import type { FittedModel } from '@tenure/querying';
import { recurringRevenueProjection } from '../recurring-revenue/projection.js';
import { retentionProjection } from '../retention/projection.js';
import { roundHalfEven } from '../shared/money/money.js';
import { liveView } from '../shared/reading/live-view.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { type GivenEvent, purchase, registered } from '../shared/testing/events.js';
import { spendParameters, uncertainSpend, weeklyFit } from '../shared/testing/fits.js';
import { fold, type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { customerValueQuery } from './customer-query.js';
import { DiscountedPurchases } from './discounted-purchases.js';
import { type ValueList, valueListQuery } from './list-query.js';
import { CustomerValueParameters, ValueListParameters, ValueParameters } from './parameters.js';
import { valueProjection } from './projection.js';
import { type ValueFits, type ValueQuestion, valueQuestion } from './question.js';
import { ValueDraws } from './value-draws.js';
import { type CustomerValue, Valuer } from './valuer.js';

const fits = [weeklyFit, uncertainSpend];
const contextFor = (histories: Histories, models: readonly FittedModel[]) =>
  contextOf(new MemorySnapshot([valueProjection, retentionProjection, recurringRevenueProjection], histories), { models });
const ask = async (histories: Histories, customerId: string, models: readonly FittedModel[] = fits, more: Texts = {}) =>
  customerValueQuery.run(contextFor(histories, models), asked(CustomerValueParameters, { customerId, currency: 'USD', ...more })) as Promise<CustomerValue>;
const list = async (histories: Histories, models: readonly FittedModel[] = fits, more: Texts = {}) =>
  valueListQuery.run(contextFor(histories, models), asked(ValueListParameters, { currency: 'USD', ...more })) as Promise<ValueList>;

const ada: GivenEvent[] = [
  purchase('2026-01-01', { orderId: 'o1', minor: 9_900 }),
  purchase('2026-01-11', { orderId: 'o2', minor: 5_500 }),
  purchase('2026-01-21', { orderId: 'o3', minor: 4_500 }),
  purchase('2026-03-01', { orderId: 'o4', minor: 5_000 }),
];
/** Customers of all kinds: 0 to 30 repeat days, silent for up to two thirds of their time. */
const shop: Histories = Object.fromEntries(
  Array.from({ length: 120 }, (_, i) => {
    const repeats = (i * i) % 31;
    const first = Date.UTC(2025, 0, 1 + ((i * 7) % 300));
    const length = Math.floor(((Date.UTC(2026, 2, 1) - first) / 86_400_000) * (0.3 + ((i * 13) % 70) / 100));
    const days = Array.from({ length: repeats + 1 }, (_, place) => Math.floor((place * length) / (repeats + 1)));
    const purchases = days.map((day, place) =>
      purchase(first + day * 86_400_000, { orderId: `${i}-${place}`, minor: 1_000 + ((i * 37 + place * 11) % 60) * 100 }),
    );
    return [`c${i}`, [registered(first, { region: i % 3 === 0 ? 'north' : 'south' }), ...purchases]];
  }),
);

/** Random numbers, the same every time (a linear congruential generator of Knuth's). */
function* uniform(): Generator<number, never> {
  for (let state = 12345n; ; state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n) yield Number(state >> 11n) / 2 ** 53;
}

/** A fit with parameters drawn at random with the covariance of another, by elimination of one variable after the other. */
function drawn(fit: FittedModel, random: Generator<number, never>): FittedModel {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next().value)) * Math.cos(2 * Math.PI * random.next().value);
  const rest = fit.logCovariance!.map((row) => [...row]);
  const moved = rest.map(() => 0);
  rest.forEach((row, i) => {
    const deviation = Math.sqrt(row[i]!);
    const column = rest.map((each) => each[i]! / deviation);
    const by = normal();
    for (let j = 0; j < column.length; j += 1) {
      moved[j]! += column[j]! * by;
      for (let k = 0; k < column.length; k += 1) rest[j]![k]! -= column[j]! * column[k]!;
    }
  });
  return { ...fit, parameters: Object.fromEntries(Object.entries(fit.parameters).map(([name, value], i) => [name, value * Math.exp(moved[i]!)])) };
}

async function questionOf(histories: Histories, more: Texts = {}): Promise<{ question: ValueQuestion; fits: ValueFits }> {
  const context = contextFor(histories, fits);
  const question = await valueQuestion(context, await liveView(context.snapshot, 'lifetime-value'), asked(ValueParameters, { currency: 'USD', ...more }));
  return { question, fits: question.fits as ValueFits };
}

const documents = (histories: Histories) => Object.entries(histories).map(([id, facts]) => fold(valueProjection, id, facts));

describe('the interval of a value', () => {
  it.each(['P3Y', 'infinite'])('is that of random draws of the parameters, with horizon=%s', async (horizon) => {
    const histories = { ada, steady: shop['c5']!, silent: shop['c31']!, once: shop['c0']! };
    const { question, fits } = await questionOf(histories, { horizon });
    const random = uniform();
    const valuers = Array.from({ length: 500 }, () => {
      const purchases = { ...fits.purchases, fit: drawn(weeklyFit, random) };
      return new Valuer(question, { ...fits, purchases, spend: drawn(uncertainSpend, random) });
    });
    for (const [customerId, facts] of Object.entries(histories)) {
      const document = fold(valueProjection, customerId, facts);
      const { low, high } = middle95(Float64Array.from(valuers, (valuer) => 100 * valuer.parts(document)!.value));
      const { interval } = new Valuer(question, fits).value(customerId, document) as CustomerValue;
      expect(Math.abs(Number(interval!.low.minor) - low)).toBeLessThan(0.1 * (high - low));
      expect(Math.abs(Number(interval!.high.minor) - high)).toBeLessThan(0.1 * (high - low));
    }
  });

  it('of a sum is that of the sum of all customers at each draw, though like histories are computed as one', async () => {
    const { question, fits } = await questionOf(shop);
    const valuer = new Valuer(question, fits);
    const draws = ValueDraws.of(fits, new DiscountedPurchases(fits.purchases, question.horizonDays, question.discountRate)) as ValueDraws;
    const sum = valuer.emptySum();
    const atDraws = new Float64Array(parameterDrawCount);
    for (const document of documents(shop)) {
      const parts = valuer.parts(document)!;
      sum.add(parts);
      draws.of(parts).forEach((value, draw) => {
        atDraws[draw]! += value;
      });
    }
    const exact = middle95(atDraws);
    const got = middle95(sum.at(draws));
    expect(Math.abs(got.low - exact.low)).toBeLessThan(0.02 * (exact.high - exact.low));
    expect(Math.abs(got.high - exact.high)).toBeLessThan(0.02 * (exact.high - exact.low));
  });

  it('is there for the total and for each group, whose values add up to the total', async () => {
    const { total, groups } = await list(shop, fits, { by: 'region', limit: '1' });
    expect(groups!.map(({ customers }) => customers).reduce((sum, each) => sum + each)).toBe(total!.customers);
    const sums = groups!.reduce((sum, { totalValue }) => sum + Number(totalValue.minor), 0);
    expect(Math.abs(sums - Number(total!.totalValue.minor))).toBeLessThanOrEqual(groups!.length);
    for (const { totalValue, interval } of [total!, ...groups!]) {
      expect(Number(interval!.low.minor)).toBeLessThan(Number(totalValue.minor));
      expect(Number(interval!.high.minor)).toBeGreaterThan(Number(totalValue.minor));
    }
  });

  it('is the same each time, in the list and of the customer', async () => {
    const { items } = await list({ ada });
    expect([await ask({ ada }, 'ada')]).toMatchObject(items);
  });

  it('is none, with a reason, without a covariance or where the mean spend may be infinite', async () => {
    const reasons = async (models: readonly FittedModel[]) => {
      const answer = await ask({ ada }, 'ada', models);
      const { total } = await list({ ada }, models);
      expect([answer.interval, total!.interval]).toEqual([null, null]);
      expect(total!.noInterval).toBe(answer.noInterval);
      return answer.noInterval;
    };
    expect(await reasons([weeklyFit, { ...spendParameters, boundary: 'Customers do not differ.' }])).toMatch(
      /spend has no covariance.* Customers do not differ\.$/,
    );
    expect(await reasons([{ ...weeklyFit, logCovariance: null }, uncertainSpend])).toMatch(/purchases has no covariance/);
    expect(await reasons([weeklyFit, { ...uncertainSpend, parameters: { p: 6, q: 1.2, gamma: 15 } }])).toMatch(/no upper end/);
  });

  it('is that of the expected spend where the model of purchases is certain', async () => {
    const certain = { ...weeklyFit, logCovariance: weeklyFit.logCovariance!.map((row) => row.map(() => 0)) };
    const { interval, expectedPurchases } = await ask({ ada }, 'ada', [certain, uncertainSpend]);
    const draws = ParameterDraws.of(uncertainSpend, gammaGamma.parameterNames, 1)!;
    const { low, high } = middle95(Float64Array.from(draws.parameters, (each) => gammaGamma.expectedSpend(each, 3, 50).spend)); // days of 55, 45 and 50
    expect([interval!.low.minor, interval!.high.minor]).toEqual([low, high].map((spend) => roundHalfEven(100 * spend * expectedPurchases)));
  });

  it('widens with the uncertainty of either model', async () => {
    const width = async (purchases: number, spend: number) => {
      const scaled = (fit: FittedModel, by: number) => ({ ...fit, logCovariance: fit.logCovariance!.map((row) => row.map((each) => each * by)) });
      const { interval } = await ask({ ada }, 'ada', [scaled(weeklyFit, purchases), scaled(uncertainSpend, spend)]);
      return Number(interval!.high.minor) - Number(interval!.low.minor);
    };
    const both = await width(1, 1);
    expect(await width(1, 0)).toBeLessThan(both);
    expect(await width(0, 1)).toBeLessThan(both);
    expect(await width(0, 0)).toBe(0);
  });
});
