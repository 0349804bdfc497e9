import fc from 'fast-check';
import { retentionProjection } from '../retention/projection.js';
import { arbitraryCustomers } from '../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { closed, purchase, reopened, returned } from '../shared/testing/events.js';
import { uncertainSpend, weeklyFit } from '../shared/testing/fits.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { type CustomerEquity, customerEquityQuery } from './equity-query.js';
import { type ValueList, valueListQuery } from './list-query.js';
import { CustomerEquityParameters, ValueListParameters } from './parameters.js';
import { valueProjection } from './projection.js';

const contextFor = (histories: Histories, models = [weeklyFit, uncertainSpend]) =>
  contextOf(new MemorySnapshot([valueProjection, retentionProjection], histories), { models });
const equity = async (histories: Histories, more: Texts = {}, models = [weeklyFit, uncertainSpend]) =>
  customerEquityQuery.run(contextFor(histories, models), asked(CustomerEquityParameters, { currency: 'USD', ...more })) as Promise<CustomerEquity>;
const list = async (histories: Histories, more: Texts = {}) =>
  valueListQuery.run(contextFor(histories), asked(ValueListParameters, { currency: 'USD', ...more })) as Promise<ValueList>;

const histories: Histories = {
  ada: [
    purchase('2026-01-10', { orderId: 'a1', minor: 2_000 }),
    purchase('2026-03-20', { orderId: 'a2', minor: 5_000 }),
    returned('2026-04-02', 'r1', 'a2', 5_000),
  ],
  bo: [purchase('2026-02-11', { orderId: 'b1' }), closed('2026-03-05'), reopened('2026-04-07')],
  cy: [purchase('2026-03-01', { orderId: 'c1', currency: 'EUR' }), purchase('2026-04-01', { orderId: 'c2', minor: 900 })],
};

describe('customer equity', () => {
  it('is the total of the list about each month end, and about the present', async () => {
    const { points, valuedWith, about } = await equity(histories, { months: '4' });
    expect(points.map((point) => [point.about, point.customers, point.gained, point.lost])).toEqual([
      ['2025-12-31', 0, null, null],
      ['2026-01-31', 1, 1, 0],
      ['2026-02-28', 2, 1, 0],
      ['2026-03-31', 1, 0, 1],
      ['2026-04-07', 3, 2, 0],
    ]);
    expect([about, valuedWith]).toEqual(['2026-04-07', expect.stringContaining('fits in force now')]);
    for (const point of points) expect(point).toMatchObject((await list(histories, { about: point.about })).total!);
  });

  it('about an earlier day knows nothing of later, and gains and losses explain every change of customers', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, async (customers) => {
        const all = { ...customers, eva: [purchase('2023-06-01'), closed('2024-06-01')] };
        const { points } = await equity(all, { months: '36' });
        for (const [i, { customers: count, gained, lost }] of points.entries()) {
          if (i > 0) expect(count).toBe(points[i - 1]!.customers + gained! - lost!);
        }
        const earlier = await equity(all, { months: '3', about: points[20]!.about });
        expect(earlier.points).toEqual(points.slice(17, 21).map((point, i) => (i === 0 ? { ...point, gained: null, lost: null } : point)));
        expect(points.at(-1)!.totalValue).toEqual((await list(all)).total!.totalValue);
      }),
      { numRuns: 5 },
    );
  });

  it('says what is missing, and refuses what is no number of months', async () => {
    expect(await equity(histories, {}, [weeklyFit])).toMatchObject({
      points: [],
      months: 12,
      notEnoughData: expect.stringContaining('model of spend') as string,
    });
    for (const months of ['0', '37', '1.5']) await expect(async () => equity(histories, { months })).rejects.toMatchObject({ parameter: 'months' });
  });
});

describe('values by cohort', () => {
  it('are of the month of the first purchase with whatever was paid, and add up to the total', async () => {
    const { groups, total } = await list(histories, { by: 'cohort' });
    expect([...groups!].sort((left, right) => (String(left.group) < String(right.group) ? -1 : 1)).map(({ group, customers }) => [group, customers])).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
      ['2026-03', 1],
    ]);
    const sum = groups!.reduce((added, { totalValue }) => added + Number(totalValue.minor), 0);
    expect(Math.abs(sum - Number(total!.totalValue.minor))).toBeLessThanOrEqual(groups!.length);
  });
});
