import { parseDay } from '@tenure/time';
import fc from 'fast-check';
import { recurringRevenueProjection } from '../recurring-revenue/projection.js';
import { roundHalfEven } from '../shared/money/money.js';
import { arbitraryCustomers } from '../shared/testing/arbitrary-histories.js';
import { arbitraryTerms } from '../shared/testing/arbitrary-terms.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { dayOfEvent } from '../shared/testing/days.js';
import { type GivenEvent, purchase, returned } from '../shared/testing/events.js';
import { uncertainSpend, weeklyFit } from '../shared/testing/fits.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { valueCellsQuery } from './cells-query.js';
import { valueConcentrationQuery } from './concentration-query.js';
import { customerValueQuery } from './customer-query.js';
import { type CustomerEquity, customerEquityQuery } from './equity-query.js';
import { type ValueList, valueListQuery } from './list-query.js';
import { CustomerEquityParameters, CustomerValueParameters, ValueCellParameters, ValueListParameters, ValueParameters } from './parameters.js';
import { valueProjection } from './projection.js';
import type { WithTerms } from './term-origins.js';
import type { CustomerValue } from './valuer.js';

const contextFor = (histories: Histories, terms: readonly GivenEvent[]) =>
  contextOf(new MemorySnapshot([valueProjection, recurringRevenueProjection, recurringRevenueProjection], histories), {
    models: [weeklyFit, uncertainSpend],
    terms,
  });
const ask = (histories: Histories, terms: readonly GivenEvent[], more: Texts = {}) =>
  customerValueQuery.run(
    contextFor(histories, terms),
    asked(CustomerValueParameters, { customerId: Object.keys(histories)[0]!, currency: 'USD', ...more }),
  ) as Promise<CustomerValue & WithTerms>;
const list = (histories: Histories, terms: readonly GivenEvent[], more: Texts = {}) =>
  valueListQuery.run(contextFor(histories, terms), asked(ValueListParameters, { currency: 'USD', ...more })) as Promise<ValueList>;
const equity = (histories: Histories, terms: readonly GivenEvent[], more: Texts = {}) =>
  customerEquityQuery.run(contextFor(histories, terms), asked(CustomerEquityParameters, { currency: 'USD', ...more })) as Promise<CustomerEquity>;

/** Every figure of lifetime value, about a day. */
async function everyFigure(histories: Histories, terms: readonly GivenEvent[], more: Texts): Promise<object> {
  const context = contextFor(histories, terms);
  const texts = { currency: 'USD', ...more };
  const { otherCurrencies: _, ...listed } = await list(histories, terms, more);
  const { otherCurrencies: __, ...cells } = (await valueCellsQuery.run(context, asked(ValueCellParameters, texts))) as Record<string, unknown>;
  const { otherCurrencies: ___, ...made } = (await valueConcentrationQuery.run(context, asked(ValueParameters, texts))) as Record<string, unknown>;
  const { otherCurrencies: ____, ...whole } = (await equity(histories, terms, { ...more, months: '2' })) as CustomerEquity;
  return { listed, cells, made, whole };
}

const reason = 'as the accounts say';
const margin = (share: number, more: object = {}): GivenEvent => ({
  type: 'MarginStated',
  at: '2026-02-10',
  data: { from: '2026-01-01', currency: 'USD', product: null, share, reason, ...more },
});
const rate = (value: number, from = '2026-01-01'): GivenEvent => ({ type: 'DiscountRateStated', at: '2026-02-10', data: { from, rate: value, reason } });
const horizon = (value: string, from = '2026-01-01'): GivenEvent => ({ type: 'HorizonStated', at: '2026-02-10', data: { from, horizon: value, reason } });

const cost = (of: string, minor: number, more: object = {}): GivenEvent => ({
  type: 'CostStated',
  at: '2026-02-10',
  data: { from: '2026-01-01', of, severity: null, amount: { minor, currency: 'USD' }, reason, ...more },
});
const complaint = (at: string | number, complaintId: string, severity: string): GivenEvent => ({
  type: 'ComplaintLogged',
  at,
  data: { complaintId, severity },
  personal: { subject: 'late' },
});
const visit = (at: string | number, visitId: string): GivenEvent => ({ type: 'VisitRecorded', at, data: { visitId } });

const ada: GivenEvent[] = [
  purchase('2026-01-01', { orderId: 'o1', minor: 10_000, product: 'lamp' }),
  purchase('2026-01-11', { orderId: 'o2', minor: 4_000, product: 'desk' }),
  purchase('2026-01-21', { orderId: 'o3', minor: 6_000 }),
  returned('2026-02-05', 'r1', 'o1', 2_000),
];

describe('a lifetime value', () => {
  it('is reckoned on the terms stated for its day, and says who stated them why', async () => {
    const stated = await ask({ ada }, [margin(0.4), rate(0.2), horizon('P1Y')]);
    const given = await ask({ ada }, [], { margin: '0.4', discountRate: '0.2', horizon: 'P1Y' });
    expect({ ...stated, terms: null }).toEqual({ ...given, terms: null });
    const told = { given: 'stated', from: '2026-01-01', reason, statedBy: 'spec', statedAt: '2026-02-10T00:00:00.000Z' };
    expect(stated.terms).toEqual({
      costs: [],
      margin: { ...told, position: '0000000000000001' },
      discountRate: { ...told, position: '0000000000000002' },
      horizon: { ...told, position: '0000000000000003' },
      productMargins: [],
    });
    expect(given.terms).toEqual({
      margin: { given: 'in-query' },
      discountRate: { given: 'in-query' },
      horizon: { given: 'in-query' },
      productMargins: [],
      costs: [],
    });
  });

  it('takes a term of the query before a stated one, and the default where neither is', async () => {
    const terms = [margin(0.4), margin(0.9, { product: 'lamp' }), rate(0.2), margin(0.1, { currency: 'EUR' })];
    const answer = await ask({ ada }, terms, { margin: '0.5' });
    expect(answer).toMatchObject({ margin: 0.5, discountRate: 0.2, horizon: 'P3Y', terms: { productMargins: [], horizon: { given: 'by-default' } } });
    expect(answer.ownMargin).toBeUndefined();
    expect((await ask({ ada }, [], {})).terms.margin).toEqual({ given: 'by-default' });
  });

  it('has the margin of each product in its past, and the own mix of them in its future', async () => {
    const answer = await ask({ ada }, [margin(0.5), margin(0.2, { product: 'lamp' }), margin(0.8, { product: 'desk' })]);
    // 80.00 of lamps are left at 0.2, 40.00 of a desk at 0.8, 60.00 of nothing named at 0.5.
    expect(answer.parts.past).toEqual({ minor: 1_600 + 3_200 + 3_000, currency: 'USD' });
    expect(answer.ownMargin).toBeCloseTo(7_800 / 18_000, 12);
    const plain = await ask({ ada }, []);
    expect(answer.value.minor).toBe(roundHalfEven(plain.expectedPurchases * (Number(plain.expectedSpend.amount.minor) * answer.ownMargin!)));
    expect(answer.terms.productMargins.map(({ product, share, from }) => [product, share, from])).toEqual([
      ['lamp', 0.2, '2026-01-01'],
      ['desk', 0.8, '2026-01-01'],
    ]);
  });

  it('has the margin of the one product as it is, and that of the currency where nothing is left', async () => {
    const terms = [margin(0.5), margin(0.35, { product: 'lamp' })];
    expect((await ask({ bo: ada.slice(0, 1) }, terms)).ownMargin).toBe(0.35);
    const all = [purchase('2026-01-01', { orderId: 'o1', product: 'lamp' }), returned('2026-01-02', 'r1', 'o1', 1_000)];
    expect((await ask({ cy: [...all, purchase('2026-01-03', { orderId: 'o2', minor: 0 })] }, terms)).ownMargin).toBe(0.5);
  });

  it('takes a return that is tied to no purchase off at the own margin of all', async () => {
    const terms = [margin(0.5), margin(0.2, { product: 'lamp' })];
    const histories = { ada: [...ada.slice(0, 2), returned('2026-02-01', 'r9', null, 777)] };
    const { ownMargin, parts } = await ask(histories, terms);
    expect(parts.past.minor).toBe(roundHalfEven(10_000 * 0.2 + 4_000 * 0.5 - 777 * ownMargin!));
  });

  it('has what complaints, visits and winning the customer have cost taken off what was earned', async () => {
    const facts = [complaint('2026-01-05', 'k1', 'high'), complaint('2026-01-06', 'k2', 'low'), complaint('2026-01-07', 'k3', 'medium')];
    const histories = { ada: [...ada, ...facts, visit('2026-01-08', 'v1'), visit('2026-02-05', 'v2'), visit('2026-02-06', 'v3')] };
    const terms = [margin(0.5), cost('complaint', 100), cost('complaint', 900, { severity: 'high' }), cost('visit', 250), cost('acquisition', 1_000)];
    const { parts, about, value } = await ask(histories, terms);
    expect(about).toBe('2026-02-05'); // neither a visit nor a complaint moves the day
    expect(parts.earned.minor).toBe(9_000);
    expect(parts.costs.map(({ of, severity, count, amount }) => [of, severity, count, amount.minor])).toEqual([
      ['complaint', null, 2, 200],
      ['complaint', 'high', 1, 900],
      ['visit', null, 2, 500],
      ['acquisition', null, 1, 1_000],
    ]);
    expect([parts.past.minor, parts.whole.minor]).toEqual([9_000 - 2_600, 9_000 - 2_600 + Number(value.minor)]);
    expect(value).toEqual((await ask(histories, [margin(0.5)])).value); // what is to come costs nothing that anybody knows
    const { costs } = (await ask(histories, terms)).terms;
    expect(costs[3]).toMatchObject({ of: 'acquisition', severity: null, amount: { minor: 1_000, currency: 'USD' }, given: 'stated', from: '2026-01-01' });
  });

  it('does not take off what is stated in another currency, and says so', async () => {
    const euros = cost('acquisition', 700, { amount: { minor: 700, currency: 'EUR' } });
    const { parts } = await ask({ ada }, [euros, cost('visit', 250)]);
    expect(parts.past).toEqual(parts.earned);
    expect(parts.costsNotTakenOff).toEqual([{ of: 'acquisition', severity: null, count: 1, amount: { minor: 700, currency: 'EUR' } }]);
    expect(parts.costs).toEqual([{ of: 'visit', severity: null, count: 0, amount: { minor: 0, currency: 'USD' } }]);
  });

  it('counts no complaint or visit that was taken back', async () => {
    const taken: GivenEvent[] = [
      complaint('2026-01-05', 'k1', 'high'),
      {
        type: 'ComplaintCorrected',
        at: '2026-01-05',
        data: {
          complaintId: 'k1',
          was: { occurredAt: '2026-01-05T00:00:00Z', severity: 'high', steps: [] },
          now: { occurredAt: '2026-01-06T00:00:00Z', severity: 'low', steps: [] },
        },
      },
      visit('2026-01-08', 'v1'),
      { type: 'VisitVoided', at: '2026-01-08', data: { visitId: 'v1', was: { occurredAt: '2026-01-08T00:00:00Z' } } },
    ];
    const { parts } = await ask({ ada: [...ada, ...taken] }, [cost('complaint', 100), cost('complaint', 900, { severity: 'high' }), cost('visit', 250)]);
    expect(parts.costs.map(({ count }) => count)).toEqual([1, 0, 0]);
  });

  it('is refused for an infinite horizon where the stated discount rate is 0', async () => {
    await expect(ask({ ada }, [rate(0, '2026-01-15')], { horizon: 'infinite' })).rejects.toThrow('discountRate is 0, as stated from 2026-01-15 on');
  });

  it('of all customers is that of each day on the terms of the day', async () => {
    const terms = [margin(0.4), margin(0.8, { from: '2026-02-01' }), horizon('P1Y', '2026-02-03')];
    const { points } = await equity({ ada }, terms, { months: '2' });
    expect(points.map(({ about, margin: share, horizon: ahead }) => [about, share, ahead])).toEqual([
      ['2025-12-31', 1, 'P3Y'],
      ['2026-01-31', 0.4, 'P3Y'],
      ['2026-02-05', 0.8, 'P1Y'],
    ]);
    for (const point of points) expect(point).toMatchObject((await list({ ada }, terms, { about: point.about })).total!);
  });

  it('adds up to the minor unit on whatever terms', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, arbitraryTerms, async (customers, terms) => {
        for (const item of (await list(customers, terms)).items as readonly CustomerValue[]) {
          const { earned, costs, costsNotTakenOff, past, future, whole, futureIfActive, lostToLeaving } = item.parts;
          expect(costs.reduce((left, { amount }) => left - BigInt(amount.minor), BigInt(earned.minor))).toBe(BigInt(past.minor));
          for (const { amount } of costs) expect(amount.currency).toBe('USD');
          for (const { amount } of costsNotTakenOff) expect(amount.currency).not.toBe('USD');
          expect(BigInt(past.minor) + BigInt(future.minor)).toBe(BigInt(whole.minor));
          expect(BigInt(future.minor) + BigInt(lostToLeaving.minor)).toBe(BigInt(futureIfActive.minor));
          expect(item.ownMargin ?? item.margin).toBeGreaterThanOrEqual(0);
          expect(item.ownMargin ?? item.margin).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('about a day is changed neither by terms stated for later days nor by facts dated later', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, arbitraryTerms, fc.constantFrom('2024-01-20', '2024-02-01', '2024-03-01'), async (some, more, about) => {
        const eva = [
          purchase(Date.UTC(2023, 5, 1)), // that the currency was ever paid with is known now
          visit(Date.UTC(2024, 0, 25), 'v1'),
          complaint(Date.UTC(2024, 1, 20), 'k1', 'high'),
        ];
        const customers = { ...some, eva };
        const terms = [cost('visit', 100, { from: '2023-01-01' }), cost('complaint', 300, { from: '2023-01-01' }), ...more];
        const by = parseDay(about)!;
        const known = Object.fromEntries(Object.entries(customers).map(([id, facts]) => [id, facts.filter((each) => dayOfEvent(each, 'UTC') <= by)]));
        const whole = await everyFigure(customers, terms, { about });
        // What is left out keeps its place, and so its position in the log.
        const inTime = terms.map((each) => ((each.data as { from: string }).from <= about ? each : { ...each, type: 'Unknown' }));
        expect(await everyFigure(customers, inTime, { about })).toEqual(whole);
        expect(await everyFigure(known, terms, { about })).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });
});
