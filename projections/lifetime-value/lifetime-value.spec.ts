import { discountedExpectedPurchases } from '@tenure/models';
import type { FittedModel } from '@tenure/querying';
import fc from 'fast-check';
import { churnProjection } from '../churn-likelihood/projection.js';
import { recurringRevenueProjection } from '../recurring-revenue/projection.js';
import { roundHalfEven } from '../shared/money/money.js';
import { utcDayOf } from '../shared/occurrences/occurrences.js';
import { isNotEnough } from '../shared/scoring/not-enough-data.js';
import { choosePurchaseFit, type PurchaseFit } from '../shared/scoring/purchase-fit.js';
import { arbitraryCustomers } from '../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf, shelfOf } from '../shared/testing/context.js';
import { closed, type GivenEvent, purchase, registered, returned } from '../shared/testing/events.js';
import { bgParameters, nbdParameters, spendParameters, weeklyFit } from '../shared/testing/fits.js';
import { fold, type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { type ValueCells, valueCellsQuery } from './cells-query.js';
import { customerValueQuery } from './customer-query.js';
import { DiscountedPurchases } from './discounted-purchases.js';
import { type ValueList, valueListQuery } from './list-query.js';
import { CustomerValueParameters, ValueCellParameters, ValueListParameters } from './parameters.js';
import { valueProjection } from './projection.js';
import { purchaseHistories } from './purchase-histories.js';
import { purchaseSampleOf } from './purchase-sample.js';
import { quantileGroups } from './quantile-ranks.js';
import { dailySpend, type KnownBy } from './spend.js';
import type { CustomerValue, NoValue } from './valuer.js';

const everything: KnownBy = { until: Infinity, dayOf: utcDayOf };
const models = [weeklyFit, spendParameters];
const contextFor = (histories: Histories, fitted: readonly FittedModel[]) =>
  contextOf(new MemorySnapshot([valueProjection, recurringRevenueProjection], histories), { models: fitted });
const ask = async (histories: Histories, customerId: string, more: Texts = {}, fitted: readonly FittedModel[] = models) =>
  customerValueQuery.run(contextFor(histories, fitted), asked(CustomerValueParameters, { customerId, currency: 'USD', ...more })) as Promise<
    CustomerValue | NoValue
  >;
const list = async (histories: Histories, parameters: Texts = {}) =>
  valueListQuery.run(contextFor(histories, models), asked(ValueListParameters, { currency: 'USD', ...parameters })) as Promise<ValueList>;
const cells = async (histories: Histories, parameters: Texts = {}) =>
  valueCellsQuery.run(contextFor(histories, models), asked(ValueCellParameters, { currency: 'USD', ...parameters })) as Promise<ValueCells>;

async function readyFit(fit: FittedModel): Promise<PurchaseFit> {
  const chosen = await choosePurchaseFit(shelfOf([fit]), fit.model as 'nbd', async () => ({ customers: 0, purchaseDays: 0, repeatPurchaseDays: 0 }));
  if (isNotEnough(chosen)) throw new Error(chosen.notEnoughData);
  return chosen;
}

const ada: GivenEvent[] = [
  purchase('2026-01-01', { orderId: 'o1', minor: 99_900 }),
  purchase('2026-01-11', { orderId: 'o2', minor: 3_000 }),
  purchase('2026-01-11T12:00Z', { orderId: 'o3', minor: 4_000 }),
  purchase('2026-01-21', { orderId: 'o4', minor: 4_500 }),
  returned('2026-02-05', 'r1', 'o3', 1_500),
];

describe('lifetime value', () => {
  it('answers the example of its definition', async () => {
    const answer = (await ask({ ada }, 'ada', { margin: '0.4' })) as CustomerValue; // repeat days of 55.00 and 45.00
    expect(answer.expectedSpend).toEqual({
      amount: { minor: 4600, currency: 'USD' },
      priorMean: { minor: 3000, currency: 'USD' },
      ownMean: { minor: 5000, currency: 'USD' },
      ownWeight: 0.8,
    });
    expect(answer.value).toEqual({ minor: roundHalfEven(answer.expectedPurchases * 46 * 0.4 * 100), currency: 'USD' });
    expect(1.5 * 46 * 0.4).toBeCloseTo(27.6, 12);
  });

  it('splits a value into what has been and what is expected, and that into what an active customer brings less what leaving takes', async () => {
    const { value, parts, probabilityAlive, expectedPurchases, expectedSpend } = (await ask({ ada }, 'ada', { margin: '0.5' })) as CustomerValue;
    expect(parts.past).toEqual({ minor: (99_900 + 3_000 + 4_000 + 4_500 - 1_500) / 2, currency: 'USD' });
    expect(parts.purchasesIfActive * probabilityAlive).toBe(expectedPurchases);
    expect(parts.futureIfActive.minor).toBe(roundHalfEven(parts.purchasesIfActive * Number(expectedSpend.amount.minor) * 0.5));
    expect(value).toEqual(parts.future);
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, fc.constantFrom('1', '0.3', '0'), async (customers, margin) => {
        for (const item of (await list(customers, { margin })).items as readonly CustomerValue[]) {
          const { past, future, whole, purchasesIfActive, futureIfActive, lostToLeaving } = item.parts;
          expect(BigInt(past.minor) + BigInt(future.minor)).toBe(BigInt(whole.minor));
          expect(BigInt(future.minor) + BigInt(lostToLeaving.minor)).toBe(BigInt(futureIfActive.minor));
          expect(Number(lostToLeaving.minor)).toBeGreaterThanOrEqual(0);
          expect(purchasesIfActive * item.probabilityAlive).toBe(item.expectedPurchases);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('discounts the purchases of each month from its end', async () => {
    const purchaseFit = await readyFit(weeklyFit);
    const history = { x: 3, tx: 20, T: 30 };
    const alive = purchaseFit.model.probabilityAlive(weeklyFit.parameters, history);
    const expected = discountedExpectedPurchases(purchaseFit.model, weeklyFit.parameters, history, {
      periods: 36,
      periodLength: 1095 / 36 / 7,
      discountRatePerPeriod: 1.1 ** (1 / 12) - 1,
    });
    const discounted = new DiscountedPurchases(purchaseFit, 1095, 0.1);
    expect(alive * discounted.whileAlive(history)).toBeCloseTo(expected, 10);
  });

  it.each([bgParameters, { ...bgParameters, model: 'bg-nbd' }, nbdParameters])(
    'reckons once per frequency and age what %j expects of each history',
    async (fit) => {
      const purchaseFit = await readyFit(fit);
      const discounted = new DiscountedPurchases(purchaseFit, 365, 0.1);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0.1, max: 1, noNaN: true }), fc.integer({ min: 30, max: 800 }), (x, share, T) => {
          const history = { x, tx: x === 0 ? 0 : share * T, T };
          const alive = purchaseFit.model.probabilityAlive(fit.parameters, history);
          const direct = discountedExpectedPurchases(purchaseFit.model, fit.parameters, history, {
            periods: 12,
            periodLength: 365 / 12 / purchaseFit.daysPerUnit,
            discountRatePerPeriod: 1.1 ** (1 / 12) - 1,
          });
          const got = alive * discounted.whileAlive(history);
          expect(Math.abs(got - direct)).toBeLessThanOrEqual(1e-9 * Math.max(direct, 1e-12));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('adds up without end with horizon=infinite: more than three years, and less than a perpetuity of the next month', async () => {
    const infinite = (await ask({ ada }, 'ada', { horizon: 'infinite' })) as CustomerValue;
    const expected = (more: Texts) => ask({ ada }, 'ada', more).then((answer) => (answer as CustomerValue).expectedPurchases);
    const nextMonth = await expected({ horizon: 'P1M', discountRate: '0' });
    expect(infinite.horizon).toBe('infinite');
    expect(infinite.expectedPurchases).toBeGreaterThan(await expected({ horizon: 'P3Y' }));
    expect(infinite.expectedPurchases).toBeLessThan(nextMonth / (1.1 ** (1 / 12) - 1));
    expect(infinite.value).toEqual({ minor: roundHalfEven(infinite.expectedPurchases * 46 * 100), currency: 'USD' });
    expect([infinite]).toMatchObject((await list({ ada }, { horizon: 'infinite' })).items);
    expect((await cells({ ada }, { horizon: 'infinite' })).cells.reduce((sum, { totalValue }) => sum + Number(totalValue.minor), 0)).toBe(infinite.value.minor);
    await expect(ask({ ada }, 'ada', { horizon: 'infinite', discountRate: '0' })).rejects.toMatchObject({ parameter: 'discountRate', code: 'out-of-range' });
    await expect(ask({ ada }, 'ada', { horizon: 'forever' })).rejects.toMatchObject({
      parameter: 'horizon',
      message: expect.stringContaining('or infinite') as string,
    });
  });

  it('lessens the day of the order that was returned, and all days by a return that names none, shown apart', async () => {
    const facts = [...ada, returned('2026-02-06', 'r2', null, 700), returned('2026-02-07', 'r3', 'from-before', 300)];
    expect(dailySpend(fold(valueProjection, 'ada', facts), 'USD', everything)).toMatchObject({
      minor: [98_991, 5_450, 4_459], // 10.00 untied, of 1,099.00 kept: the same share off each day
    });
    const { totals } = ((await ask({ ada: facts }, 'ada')) as CustomerValue).facts;
    expect(totals).toEqual([
      {
        currency: 'USD',
        purchases: 4,
        spend: { minor: 111_400, currency: 'USD' },
        returned: { minor: 1_500, currency: 'USD' },
        returnedUntied: { minor: 1_000, currency: 'USD' },
      },
    ]);
  });

  it('converts nothing: other currencies are shown, not valued', async () => {
    const histories = {
      ada: [...ada, purchase('2026-02-01', { orderId: 'o5', minor: 900, currency: 'EUR' })],
      eva: [purchase('2026-01-01', { currency: 'EUR' })],
    };
    const answer = (await ask(histories, 'ada')) as CustomerValue;
    const allPurchases = ((await ask({ ada: [...ada, purchase('2026-02-01', { orderId: 'o5', minor: 900 })] }, 'ada')) as CustomerValue).expectedPurchases;
    expect(answer.facts.totals.map(({ currency, purchases }) => [currency, purchases])).toEqual([
      ['EUR', 1],
      ['USD', 4],
    ]);
    expect(answer.expectedSpend.ownMean).toEqual({ minor: 5000, currency: 'USD' }); // 100.00 over two repeat days in USD
    expect(answer.expectedPurchases).toBeCloseTo(0.75 * allPurchases, 12); // three of the four purchase days so far
    expect(await ask(histories, 'eva')).toMatchObject({ value: null, notEnoughData: expect.stringContaining('No purchase in USD') as string });
  });

  it('has a model of spend for each currency, and shows the reporting one first', async () => {
    const histories = {
      ada,
      eva: [purchase('2026-01-01', { currency: 'CNY' }), purchase('2026-01-11', { orderId: 'e2', minor: 800, currency: 'CNY' })],
      eve: [purchase('2026-01-01', { currency: 'CNY' })],
    };
    const yuan = { ...spendParameters, currency: 'CNY', parameters: { p: 6, q: 4, gamma: 1.5 } };
    const inModels = async (fits: readonly FittedModel[], more: Texts = {}) =>
      valueListQuery.run(contextFor(histories, fits), asked(ValueListParameters, more)) as Promise<ValueList>;
    expect(await inModels([...models, yuan])).toMatchObject({
      currency: 'USD',
      otherCurrencies: [{ currency: 'CNY', customers: 2 }],
      items: [{ customerId: 'ada' }],
    });
    const inYuan = await inModels([...models, yuan], { currency: 'cny' });
    expect(inYuan).toMatchObject({ currency: 'CNY', items: [{ customerId: 'eva' }, { customerId: 'eve' }] });
    expect(inYuan.items[1]).toMatchObject({ expectedSpend: { amount: { minor: 300, currency: 'CNY' } } });
    expect(await inModels([weeklyFit, yuan])).toMatchObject({ currency: 'CNY' }); // the reporting currency has no model
    expect(await inModels([weeklyFit])).toMatchObject({
      currency: 'USD',
      orderedBy: 'expectedPurchases',
      items: [{ customerId: 'ada', value: null, expectedPurchases: expect.any(Number) as number, models: { purchases: { name: 'mbg-nbd' } } }],
      needed: { customers: 200, repeatPurchaseDays: 200 },
      there: { customers: 1, repeatPurchaseDays: 2 },
      notEnoughData: expect.stringMatching(/spend in USD .* 200 customers and 200 repeat purchase days .* 1 and 2/) as string,
    });
    expect(await inModels([...models, yuan], { currency: 'EUR' })).toMatchObject({ items: [], there: { customers: 0, repeatPurchaseDays: 0 } });
    await expect(inModels(models, { currency: 'Taler' })).rejects.toMatchObject({ parameter: 'currency' });
  });

  it('waits for a fit of spend right after that of purchases, and not for one that cannot be made', async () => {
    const free = Object.fromEntries(
      Array.from({ length: 250 }, (_, i) => [
        `c${i}`,
        [purchase('2025-12-01', { orderId: 'a', minor: 0 }), purchase('2025-12-20', { orderId: 'b', minor: 0 })],
      ]),
    );
    const fittedAt = Date.parse(weeklyFit.fittedAt);
    const after = async (ms: number) =>
      valueListQuery.run(
        contextOf(new MemorySnapshot([valueProjection, recurringRevenueProjection], free), { models: [weeklyFit], now: new Date(fittedAt + ms).toISOString() }),
        asked(ValueListParameters, { currency: 'USD', limit: '1' }),
      ) as Promise<ValueList>;
    expect(await after(10_000)).toMatchObject({ items: [], fitPending: true, notEnoughData: expect.stringContaining('makes one by itself') as string });
    expect(await after(61_000)).toMatchObject({
      fitPending: false,
      notEnoughData: expect.stringContaining('"tenure model fit gamma-gamma --currency USD" says') as string,
    });
  });

  it('counts how much there is to fit on, in each currency by itself', async () => {
    const histories = {
      ada: [...ada, purchase('2026-01-21T20:00Z', { orderId: 'e', currency: 'EUR' })],
      bo: [purchase('2026-01-01', { currency: 'EUR' })],
      cy: [registered('2026-01-01')],
    };
    expect(await purchaseSampleOf(new MemorySnapshot([valueProjection, churnProjection], histories))).toEqual({
      checksum: expect.any(Number),
      customers: 2,
      purchaseDays: 4,
      repeatPurchaseDays: 2,
      currencies: [
        { currency: 'EUR', customers: 2, purchaseDays: 2, repeatPurchaseDays: 1 },
        { currency: 'USD', customers: 1, purchaseDays: 3, repeatPurchaseDays: 2 },
      ],
      signals: 0,
    });
  });

  it('takes the prior for a customer who bought once', async () => {
    const { expectedSpend } = (await ask({ bo: [purchase('2026-01-01')] }, 'bo')) as CustomerValue;
    expect(expectedSpend).toMatchObject({ amount: { minor: 3000 }, ownMean: null, ownWeight: 0 });
  });

  it('counts nothing as nothing: what was free, given back, or more than given back', async () => {
    const weekly = Array.from({ length: 13 }, (_, week) => week);
    const day = (week: number) => new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString();
    const buying = (minor: number, back: (week: number) => number) =>
      weekly.flatMap((week) => [
        purchase(day(week), { orderId: `o${week}`, minor }),
        ...(back(week) > 0 ? [returned('2026-06-01', `r${week}`, `o${week}`, back(week))] : []),
      ]);
    const histories = {
      free: buying(0, () => 0),
      returner: buying(10_000, () => 10_000),
      almost: buying(10_000, (week) => 10_000 - (week === 1 ? 1 : 0)),
      beyond: buying(10_000, (week) => (week === 1 ? 30_000 : 10_000)),
      half: buying(10_000, () => 5_000),
      keeper: buying(10_000, () => 0),
    };
    const of = async (customerId: string) => (await ask(histories, customerId)) as CustomerValue;
    const [free, returner, almost, beyond, half, keeper] = await Promise.all(Object.keys(histories).map(of));
    for (const nothing of [free, returner, beyond]) {
      expect(nothing!.expectedSpend).toMatchObject({ amount: { minor: 120 }, ownMean: { minor: 0 }, ownWeight: 0.96 }); // 72 / 75 of nothing, 3 / 75 of 30.00
    }
    expect(Number(almost!.value.minor) - Number(returner!.value.minor)).toBeLessThan(5);
    expect(half!.expectedSpend.amount.minor).toBe(4920);
    expect(keeper!.expectedSpend.amount.minor).toBe(9720);
  });

  it('says what is missing instead of a value', async () => {
    expect(await ask({ ada }, 'ada', {}, [])).toMatchObject({
      value: null,
      notEnoughData: expect.stringContaining('model of purchases is fitted from 200 customers') as string,
    });
    expect(await ask({ ada }, 'ada', {}, [weeklyFit])).toMatchObject({
      value: null,
      notEnoughData: expect.stringContaining('model of spend in USD') as string,
    });
    expect(await ask({ ada, bo: [registered('2026-01-01')] }, 'bo')).toMatchObject({ value: null });
    expect(await ask({ ada: [...ada, closed('2026-03-01')] }, 'ada')).toMatchObject({
      value: null,
      notEnoughData: expect.stringContaining('closed') as string,
    });
    await expect(ask({ ada }, 'bo')).rejects.toMatchObject({ code: 'customer-unknown' });
    await expect(ask({ ada }, 'ada', { margin: '2' })).rejects.toMatchObject({ parameter: 'margin' });
  });

  it('hands models the days and money that it values by', async () => {
    const read = [];
    for await (const chunk of purchaseHistories(new MemorySnapshot([valueProjection], { ada }), 'USD', 'UTC').read()) read.push(...chunk);
    expect(read).toEqual([dailySpend(fold(valueProjection, 'ada', ada), 'USD', everything)]);
    expect(read[0]!.minor).toEqual([99_900, 5_500, 4_500]);
  });
});

describe('outliers', () => {
  it('are named where they head a list, and where they carry the model', async () => {
    const whale = [purchase('2026-01-01'), purchase('2026-02-01', { orderId: 'w2', minor: 40_000_00 })];
    const { items } = await list({ ada, whale });
    expect(items.map(({ customerId }) => customerId)).toEqual(['whale', 'ada']);
    expect(items.map((item) => (item as CustomerValue).outlier)).toEqual([expect.stringContaining('1333 times'), undefined]);
    const carried = async (fit: FittedModel) => ((await ask({ ada }, 'ada', {}, [weeklyFit, fit])) as CustomerValue).models.spend.carriedBy;
    expect(await carried({ ...spendParameters, largestShare: 0.34 })).toContain('34 % of the repeat spend');
    expect(await carried({ ...spendParameters, largestShare: 0.01 })).toBeNull();
    expect(await carried(spendParameters)).toBeNull();
  });
});

describe('returns that name no order', () => {
  const orders = [
    purchase('2026-01-01', { orderId: 'first', minor: 290 }),
    purchase('2026-03-01T10:00Z', { orderId: 'huge', minor: 7_718_360 }),
    purchase('2026-03-05T10:00Z', { orderId: 'again', minor: 500 }),
    purchase('2026-03-09', { orderId: 'after', minor: 500 }),
  ];
  const spendOf = (...returns: GivenEvent[]) => dailySpend(fold(valueProjection, 'ada', [...orders, ...returns]), 'USD', everything).minor;

  it('lessen the latest order before them of which they give back all', () => {
    expect(spendOf(returned('2026-03-01T10:16Z', 'r1', null, 7_718_360))).toEqual([290, 0, 500, 500]);
    expect(spendOf(returned('2026-03-08', 'r1', 'from-before', 500))).toEqual([290, 7_718_360, 0, 500]);
    expect(spendOf(returned('2026-03-09', 'r1', null, 500))).toEqual([290, 7_718_360, 500, 0]); // a day: the order of that day may come before
    expect(spendOf(returned('2026-03-10', 'r1', null, 500), returned('2026-03-11', 'r2', null, 500))).toEqual([290, 7_718_360, 0, 0]);
    expect(spendOf(returned('2026-03-10', 'r0', 'after', 100), returned('2026-03-11', 'r1', null, 500))).toEqual([290, 7_718_360, 0, 400]);
  });

  it('are of the same product where both name one; else they lessen the latest order of their product that still holds as much', () => {
    const lamps = [
      purchase('2026-01-01', { orderId: 'lamp', minor: 500, product: 'lamp' }),
      purchase('2026-01-02', { orderId: 'lamps', minor: 900, product: 'lamp' }),
      purchase('2026-01-03', { orderId: 'chair', minor: 500, product: 'chair' }),
      purchase('2026-01-04', { orderId: 'unnamed', minor: 700 }),
    ];
    const of = (...returns: GivenEvent[]) => dailySpend(fold(valueProjection, 'ada', [...lamps, ...returns]), 'USD', everything).minor;
    expect(of(returned('2026-02-01', 'r1', null, 500))).toEqual([500, 900, 0, 700]);
    expect(of(returned('2026-02-01', 'r1', null, 500, 'lamp'))).toEqual([0, 900, 500, 700]);
    expect(of(returned('2026-02-01', 'r1', null, 700, 'lamp'))).toEqual([500, 900, 500, 0]); // the order names no product
    expect(of(returned('2026-02-01', 'r1', null, 450, 'lamp'))).toEqual([500, 450, 500, 700]);
    const parts = ['r1', 'r2', 'r3'].map((id, day) => returned(`2026-02-0${day + 1}`, id, null, 450, 'lamp'));
    expect(of(...parts)).toEqual([50, 0, 500, 700]);
    expect(of(returned('2026-01-01', 'r1', null, 450, 'lamp'))).toEqual([50, 900, 500, 700]); // none of a later order
    expect(of(returned('2026-02-01', 'r1', null, 450, 'table')).reduce((sum, each) => sum + each, 0)).toBe(2_600 - 450); // tied to none
  });

  it('net off what is left: a customer whose net is 2.90 is worth no more than that', async () => {
    expect(spendOf(returned('2026-03-01T09:59Z', 'r1', null, 7_718_360)).reduce((sum, each) => sum + each, 0)).toBe(290 + 500 + 500);
    const whole = [
      purchase('2026-01-01', { minor: 290 }),
      purchase('2026-03-01T09:15Z', { orderId: 'huge', minor: 16_846_960 }),
      returned('2026-03-01T09:27Z', 'r1', null, 16_846_960),
    ];
    const answer = (await ask({ ada: whole }, 'ada')) as CustomerValue;
    expect(answer.expectedSpend.ownMean).toEqual({ minor: 0, currency: 'USD' });
  });
});

describe('lists and cells of lifetime value', () => {
  it('is whole when read page by page, the most first', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, async (customers) => {
        const { items } = await list(customers);
        const paged: unknown[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page: ValueList = await list(customers, { limit: '2', cursor });
          paged.push(...page.items);
          cursor = page.next;
        }
        expect(paged).toEqual(items);
        const values = items.map(({ value }) => Number(value!.minor));
        expect(values).toEqual([...values].sort((a, b) => b - a));
        for (const item of items) expect(await ask(customers, item.customerId)).toMatchObject(item);
      }),
      { numRuns: 20 },
    );
  });

  it('puts every customer into a cell, the no-repeat class, or left out, and no money is lost', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, async (customers) => {
        const histories = { ...customers, di: [registered('2026-01-01')], eva: [purchase('2026-01-01')] }; // somebody bought in the currency
        const { cells: all, noRepeat, leftOut } = await cells(histories, { recency: '2', frequency: '3', monetary: '1' });
        expect(all).toHaveLength(6);
        expect(all.reduce((sum, { customers: count }) => sum + count, 0) + noRepeat!.customers + leftOut).toBe(Object.keys(histories).length);
        const total = all.reduce((sum, { totalValue }) => sum + Number(totalValue.minor), 0) + Number(noRepeat!.totalValue.minor);
        const listed = (await list(histories)).items.reduce((sum, { value }) => sum + Number(value!.minor), 0);
        expect(Math.abs(total - listed)).toBeLessThanOrEqual(1 + Object.keys(histories).length); // each is rounded once, at the edge
      }),
      { numRuns: 30 },
    );
  });

  it('splits by rank into groups of equal size, the first of equals lower', () => {
    expect([...quantileGroups(Float64Array.from([5, 1, 1, 1, 9, 7]), 3)]).toEqual([2, 1, 1, 2, 3, 3]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.integer({ min: 1, max: 10 }), (values, groups) => {
        const sizes = new Map<number, number>();
        for (const group of quantileGroups(Float64Array.from(values), groups)) sizes.set(group, (sizes.get(group) ?? 0) + 1);
        for (const size of sizes.values()) expect(size).toBeLessThanOrEqual(Math.ceil(values.length / groups));
      }),
    );
  });

  it('rounds a half to even', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, 2, 3]);
  });
});

it('ties many returns that name no order to the orders of a customer who has many, each once', () => {
  const orders = Array.from({ length: 30_000 }, (_, i) =>
    purchase(Date.UTC(2020, 0, 1) + i * 3_600_000, { orderId: `o${i}`, minor: 100 + (i % 5), product: `p${i % 7}` }),
  );
  const returns = Array.from({ length: 30_000 }, (_, i) => returned(Date.UTC(2024, 0, 1) + i * 60_000, `r${i}`, null, 100 + (i % 5)));
  const { minor } = dailySpend(fold(valueProjection, 'ada', [...orders, ...returns]), 'USD', everything);
  expect(minor.every((spent) => spent === 0)).toBe(true);
});
