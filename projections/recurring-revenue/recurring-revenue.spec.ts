import fc from 'fast-check';
import { arbitraryFacts, arbitraryMoment, arbitraryZone } from '../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { cancelled, type GivenEvent, purchase, started } from '../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import type { RevenueAnswer, RevenueCell, RevenueMovements } from './answer.js';
import { type RevenueCustomers, revenueCustomersQuery } from './customers-query.js';
import { signs } from './movements.js';
import { RevenueCustomersParameters, RevenueParameters } from './parameters.js';
import { recurringRevenueProjection } from './projection.js';
import { answerRevenue } from './query.js';
import { revenueColumns, revenueRows } from './rows.js';

const begun = (at: string, subscriptionId: string, minor: number, interval = 'P1M', currency = 'EUR'): GivenEvent => ({
  type: 'SubscriptionStarted',
  at,
  data: { subscriptionId, plan: 'basic', price: { minor, currency }, interval, quantity: 1 },
});
const changed = (at: string, subscriptionId: string, data: object): GivenEvent => ({ type: 'SubscriptionChanged', at, data: { subscriptionId, ...data } });
const renewed = (at: string, subscriptionId: string): GivenEvent => ({ type: 'SubscriptionRenewed', at, data: { subscriptionId } });

const contextFor = (histories: Histories, now?: string) => contextOf(new MemorySnapshot([recurringRevenueProjection], histories), { now });
const ask = async (histories: Histories, parameters: Texts = {}, now?: string): Promise<RevenueAnswer> =>
  answerRevenue(contextFor(histories, now), asked(RevenueParameters, parameters));
const listOf = async (histories: Histories, parameters: Texts): Promise<RevenueCustomers> =>
  (await revenueCustomersQuery.run(contextFor(histories), asked(RevenueCustomersParameters, parameters))) as RevenueCustomers;
/** The list that a cell links to. */
const behind = async (histories: Histories, link: string): Promise<RevenueCustomers> =>
  listOf(histories, Object.fromEntries(new URL(link, 'http://here').searchParams));

const monthOf = async (histories: Histories, period: string, parameters: Texts = {}) =>
  (await ask(histories, parameters)).periods.find((row) => row.period === period)!;

/** Minor units by movement. */
function amountsOf(revenue: RevenueMovements): Record<string, bigint | null> {
  const { opening, contraction, voluntary, involuntary, expansion, new: added, reactivated, closing } = revenue;
  const cells = { opening, contraction, voluntary, involuntary, expansion, new: added, reactivated, closing };
  return Object.fromEntries(Object.entries(cells).map(([movement, cell]) => [movement, cell === null ? null : BigInt(cell.amount.minor)]));
}

const example: Histories = {
  ada: [begun('2026-01-10', 'a', 3000), changed('2026-03-02', 'a', { price: { minor: 2400, currency: 'EUR' } })],
  bo: [begun('2026-02-01', 'b', 12_000, 'P1Y'), changed('2026-03-20', 'b', { price: { minor: 18_000, currency: 'EUR' } })],
  cy: [begun('2026-02-10', 'c', 2000), cancelled('2026-03-10', 'c')],
  di: [begun('2026-03-31', 'd', 800), renewed('2026-04-30', 'd')],
};

describe('recurring revenue', () => {
  it('answers the example of its definition', async () => {
    const { customers, revenue, opens, closes } = await monthOf(example, '2026-03');
    expect([opens, closes]).toEqual(['2026-02-28', '2026-03-31']);
    expect(revenue).toHaveLength(1);
    expect(amountsOf(revenue[0]!)).toEqual({
      opening: 6000n,
      contraction: 600n,
      voluntary: 2000n,
      involuntary: 0n,
      expansion: 500n,
      new: 800n,
      reactivated: 0n,
      closing: 4700n,
    });
    expect(revenue[0]).toMatchObject({ grossRetention: 34 / 60, netRetention: 39 / 60 });
    expect(customers).toMatchObject({ opening: { count: 3 }, retained: { count: 2 }, voluntary: { count: 1 }, new: { count: 1 }, closing: { count: 3 } });
    expect(customers.retention).toEqual({ rate: 2 / 3, low: expect.closeTo(0.2077, 4), high: expect.closeTo(0.9385, 4) });
  });

  it('gives of the period in progress its opening alone, and says why', async () => {
    const answer = await ask(example);
    expect(answer.definition.present).toEqual({ day: '2026-04-30', basis: 'latest-fact' }); // the renewal
    const { inProgress, customers, revenue } = answer.periods.at(-1)!;
    expect([inProgress, customers.opening.count, customers.closing, customers.retention, customers.noRate]).toEqual([
      true,
      3,
      null,
      null,
      'The month is not over: the present is 2026-04-30.',
    ]);
    expect(amountsOf(revenue[0]!)).toMatchObject({ opening: 4700n, expansion: null, new: null, closing: null });
    expect(revenue[0]).toMatchObject({ grossRetention: null, netRetention: null, noRate: customers.noRate });
    await expect(listOf(example, { period: '2026-04', movement: 'closing' })).rejects.toMatchObject({ code: 'period-not-over' });
    expect((await listOf(example, { period: '2026-04', movement: 'opening' })).total.count).toBe(3);
  });

  it('has no rate where there was nothing to retain, and says so', async () => {
    const { customers, revenue } = await monthOf(example, '2026-01');
    expect(customers.noRate).toBe('Nobody had a subscription at the end of 2025-12-31: there is nobody to retain.');
    expect(revenue[0]!.noRate).toBe('No subscription brought anything in EUR at the end of 2025-12-31: there is nothing to retain.');
    const free = await monthOf(
      { ada: [begun('2026-01-10', 'a', 0), changed('2026-02-10', 'a', { price: { minor: 500, currency: 'EUR' } }), renewed('2026-03-01', 'a')] },
      '2026-02',
    );
    expect(free.customers.retention?.rate).toBe(1);
    expect(free.revenue[0]).toMatchObject({ grossRetention: null, noRate: expect.stringContaining('2026-01-31'), expansion: { count: 1 } });
  });

  it('keeps ends that the customer did not choose apart, and who comes back apart from who is new', async () => {
    const histories: Histories = {
      chose: [started('2026-01-05', 's'), cancelled('2026-02-05', 's')],
      failed: [started('2026-01-05', 's'), cancelled('2026-02-05', 's', 'involuntary'), started('2026-03-05', 't')],
      switched: [started('2026-01-05', 's'), cancelled('2026-02-05', 's'), started('2026-02-20', 't')],
      brief: [started('2026-02-02', 's'), cancelled('2026-02-20', 's')],
      late: [renewed('2026-04-01', 's')],
    };
    const february = await monthOf(histories, '2026-02');
    expect(february.customers).toMatchObject({
      opening: { count: 3 },
      retained: { count: 1 },
      voluntary: { count: 1 },
      involuntary: { count: 1 },
      new: { count: 0 },
    });
    expect(february.revenue[0]).toMatchObject({ voluntary: { count: 1, amount: { minor: 999 } }, involuntary: { count: 1, amount: { minor: 999 } } });
    expect((await monthOf(histories, '2026-03')).revenue[0]).toMatchObject({
      reactivated: { count: 1, amount: { minor: 999 } },
      new: { count: 0 },
      grossRetention: 1,
    });
  });

  it('takes the change of a currency for less in the one and more in the other, and nobody for lost', async () => {
    const histories: Histories = {
      ada: [begun('2026-01-05', 'a', 1000), changed('2026-02-05', 'a', { price: { minor: 900, currency: 'USD' } }), renewed('2026-03-05', 'a')],
    };
    const { customers, revenue } = await monthOf(histories, '2026-02');
    expect(customers).toMatchObject({ retained: { count: 1 }, voluntary: { count: 0 } });
    expect(revenue).toMatchObject([
      { currency: 'EUR', contraction: { amount: { minor: 1000 } }, grossRetention: 0, netRetention: 0 },
      { currency: 'USD', expansion: { amount: { minor: 900 } }, grossRetention: null },
    ]);
  });

  it('brings every interval to a month, and follows customers over a year where asked', async () => {
    const prices: Array<[number, string, number]> = [
      [1000, 'P1M', 1000],
      [10_000, 'P1Y', 833],
      [2500, 'P3M', 833],
      [700, 'P1W', 3042], // 700 x 365 / 12 / 7
      [100, 'P1D', 3042],
      [1250, 'P1Y1M', 96],
    ];
    const histories: Histories = Object.fromEntries(
      prices.map(([minor, interval], n) => [
        `c${n}`,
        [begun('2025-01-01', 's', minor, interval), ...(n === 0 ? [cancelled('2025-09-01', 's')] : []), renewed('2026-02-01', 's')],
      ]),
    );
    const january = await listOf(histories, { period: '2025-01', movement: 'new', currency: 'EUR' });
    expect(new Map(january.items.map(({ customerId, amount }) => [customerId, amount!.minor]))).toEqual(
      new Map(prices.map(([, , monthly], n) => [`c${n}`, monthly])),
    );
    const { opens, closes, customers } = await monthOf(histories, '2026-01', { over: '12' });
    expect([opens, closes, customers.opening.count, customers.retained!.count]).toEqual(['2025-01-31', '2026-01-31', 6, 5]);
  });

  it('says that nobody has a subscription, and refuses what a list cannot be about', async () => {
    expect(await ask({ ada: [purchase('2026-01-01')] })).toMatchObject({ periods: [], notEnoughData: expect.stringContaining('StartSubscription') });
    await expect(listOf(example, { period: '2026-03', movement: 'expansion' })).rejects.toMatchObject({ code: 'currency-missing' });
    await expect(listOf(example, { period: '2026-03', movement: 'retained', currency: 'EUR' })).rejects.toMatchObject({ code: 'currency-not-possible' });
    await expect(ask({ ada: [started('0100-01-01', 's'), renewed('2026-01-01', 's')] })).rejects.toMatchObject({ code: 'too-many-periods' });
  });
});

describe('recurring revenue of arbitrary facts', () => {
  const subscription = fc.record({
    type: fc.constantFrom('SubscriptionStarted', 'SubscriptionStarted', 'SubscriptionChanged', 'SubscriptionCancelled'),
    at: arbitraryMoment,
    precision: fc.constantFrom<'day' | undefined>(undefined, 'day'),
    data: fc.record({
      subscriptionId: fc.constantFrom('s', 't', 'u'),
      price: fc.record({ minor: fc.integer({ min: 0, max: 5000 }), currency: fc.constantFrom('EUR', 'EUR', 'USD') }),
      interval: fc.constantFrom('P1M', 'P1Y', 'P1W'),
      reasonCode: fc.constantFrom('pricing', 'involuntary'),
    }),
  });
  const facts = fc.oneof(arbitraryFacts, fc.array(subscription, { minLength: 3, maxLength: 12 }));
  const customers = fc.array(facts, { minLength: 1, maxLength: 6 }).map((all): Histories => Object.fromEntries(all.map((one, n) => [`c${n}`, one])));
  const terms = fc.record({
    timezone: arbitraryZone,
    granularity: fc.constantFrom('week', 'month'),
    weekStart: fc.constantFrom('monday', 'sunday'),
    over: fc.constantFrom('1', '1', '3'),
  });

  it('opening + what came - what went = closing, to the minor unit, and closing is the opening that follows', async () => {
    await fc.assert(
      fc.asyncProperty(customers, terms, async (histories, asked) => {
        const { periods, definition } = await ask(histories, { ...asked, present: '2026-01-31' });
        for (const [i, { customers, revenue }] of periods.entries()) {
          const following = periods[i + definition.over];
          for (const cells of revenue) {
            const amounts = amountsOf(cells);
            if (amounts['closing'] === null) continue;
            const sum = Object.entries(signs).reduce((total, [movement, sign]) => total + sign * amounts[movement]!, 0n);
            expect(sum).toBe(amounts['closing']);
            const next = following?.revenue.find(({ currency }) => currency === cells.currency);
            if (following !== undefined) expect(next === undefined ? 0n : amountsOf(next)['opening']).toBe(amounts['closing']);
            if (cells.grossRetention !== null) {
              expect(cells.grossRetention).toBeGreaterThanOrEqual(0);
              expect(cells.grossRetention).toBeLessThanOrEqual(1);
              expect(cells.netRetention).toBeGreaterThanOrEqual(cells.grossRetention);
            }
          }
          if (customers.closing === null) continue;
          const { opening, retained, voluntary, involuntary, new: added, reactivated, closing } = customers;
          expect(opening.count).toBe(retained!.count + voluntary!.count + involuntary!.count);
          expect(closing.count).toBe(retained!.count + added!.count + reactivated!.count);
          if (following !== undefined) expect(following.customers.opening.count).toBe(closing.count);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every cell leads to as many customers, whose amounts add up to it', async () => {
    await fc.assert(
      fc.asyncProperty(customers, terms, async (histories, asked) => {
        const { periods } = await ask(histories, { ...asked, present: '2025-01-31' });
        const moving = periods.filter(({ customers }) =>
          [customers.new, customers.voluntary, customers.reactivated].some((cell) => cell !== null && cell.count > 0),
        );
        for (const { customers, revenue } of moving.slice(-4)) {
          const { retention: _, noRate: __, ...counted } = customers;
          const { opening, contraction, voluntary, involuntary, expansion, new: added, reactivated, closing } = revenue[0] ?? {};
          const cells = [...Object.values(counted), opening, contraction, voluntary, involuntary, expansion, added, reactivated, closing];
          for (const cell of cells) {
            if (cell === null || cell === undefined) continue;
            const { items, total, next } = await behind(histories, cell.customers);
            expect([items.length, total.count, next]).toEqual([cell.count, cell.count, null]);
            const { amount: expected } = cell as Partial<RevenueCell>;
            if (expected === undefined) continue;
            expect(total.amount).toEqual(expected);
            expect(items.reduce((sum, { amount }) => sum + BigInt(amount!.minor), 0n)).toBe(BigInt(expected.minor));
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('knows nothing that is dated after the present', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFacts, async (facts) => {
        const present = '2024-06-15';
        const known = facts.filter(({ at }) => (at as number) < Date.parse('2024-06-16'));
        const [all, some] = await Promise.all([facts, known].map((one) => ask({ ada: one }, { present })));
        expect(all).toEqual(some);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same as rows', async () => {
    const rows = [...revenueRows(await ask(example))];
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => [...revenueColumns]));
    expect(rows.find(({ period, currency }) => period === '2026-03' && currency === 'EUR')).toMatchObject({
      openingMinor: 6000,
      contractionCustomers: 1,
      grossRetention: 34 / 60,
    });
  });
});
