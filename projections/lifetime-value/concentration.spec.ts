import fc from 'fast-check';
import { arbitraryCustomers } from '../shared/testing/arbitrary-histories.js';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { closed, purchase } from '../shared/testing/events.js';
import { spendParameters, weeklyFit } from '../shared/testing/fits.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { Concentration } from './concentration.js';
import { type ValueConcentration, valueConcentrationQuery } from './concentration-query.js';
import { type ValueList, valueListQuery } from './list-query.js';
import { ValueListParameters, ValueParameters } from './parameters.js';
import { valueProjection } from './projection.js';

const of = (...values: number[]) => new Concentration(Float64Array.from(values), (left, right) => left - right);
const contextFor = (histories: Histories, models = [weeklyFit, spendParameters]) => contextOf(new MemorySnapshot([valueProjection], histories), { models });
const concentration = async (histories: Histories, more: Texts = {}, models = [weeklyFit, spendParameters]) =>
  valueConcentrationQuery.run(contextFor(histories, models), asked(ValueParameters, { currency: 'USD', ...more })) as Promise<ValueConcentration>;
const list = async (histories: Histories, more: Texts) =>
  valueListQuery.run(contextFor(histories), asked(ValueListParameters, { currency: 'USD', ...more })) as Promise<ValueList>;

describe('concentration', () => {
  it('of 10, 50, 25 and 15: the first makes a half, the first two three quarters', () => {
    const four = of(10, 50, 25, 15);
    expect([1, 5, 6, 7, 8, 10].map((tenths) => four.makersOf(tenths)?.customers)).toEqual([1, 1, 2, 2, 3, 4]);
    expect(four.makersOf(7)).toEqual({ customers: 2, value: 75, last: 2 });
    expect([1, 20, 26, 100].map((percent) => four.top(percent)?.customers)).toEqual([1, 1, 2, 4]);
    expect([0, 2.5, 5, 7.5, 10].map((tenths) => four.lorenz(tenths))).toEqual([0, 0.1, 0.25, 0.5, 1].map((share) => expect.closeTo(share, 12) as number));
    expect(four.lorenz(1)).toBeCloseTo(0.04, 12); // two fifths of the least valuable customer
    expect(four.gini()).toBeCloseTo((2 * (10 + 2 * 15 + 3 * 25 + 4 * 50)) / (4 * 100) - 5 / 4, 12);
  });

  it.each([0.7, 0.1, 1.1, 33.33])('of ten customers worth %d each, so many tenths are made by so many customers', (worth) => {
    const ten = of(...Array.from({ length: 10 }, () => worth));
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenths) => ten.makersOf(tenths)!.customers)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('is 0 where all are alike, and 1 - 1/n where one makes everything', () => {
    expect(of(3, 3, 3, 3, 3).gini()).toBeCloseTo(0, 12);
    expect(of(0, 0, 7, 0).gini()).toBeCloseTo(0.75, 12);
    expect(of(0, 0, 7, 0).makersOf(10)).toEqual({ customers: 1, value: 7, last: 2 });
    for (const none of [of(), of(0, 0)]) expect([none.makersOf(5), none.lorenz(5), none.gini()]).toEqual([null, null, null]);
  });

  it('never falls with the share, takes the fewest who make it, and its curve ends at 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 }), (values) => {
        fc.pre(values.some((value) => value > 1e-9));
        const all = of(...values);
        const sorted = [...values].sort((left, right) => right - left);
        const sumOf = (count: number) => sorted.slice(0, count).reduce((sum, each) => sum + each, 0);
        let before = 0;
        let share = 0;
        for (let tenths = 1; tenths <= 10; tenths += 1) {
          const { customers, value } = all.makersOf(tenths)!;
          expect(customers).toBeGreaterThanOrEqual(before);
          expect(value).toBe(sumOf(customers));
          const wanted = all.total * (tenths / 10);
          expect(value).toBeGreaterThanOrEqual(wanted * (1 - 2e-12));
          expect(sumOf(customers - 1)).toBeLessThan(wanted);
          expect(all.lorenz(tenths)!).toBeGreaterThanOrEqual(share - 1e-12);
          expect(all.lorenz(tenths)!).toBeLessThanOrEqual(tenths / 10 + 1e-12);
          before = customers;
          share = all.lorenz(tenths)!;
        }
        expect(share).toBe(1);
        expect(all.gini()!).toBeGreaterThanOrEqual(0);
        expect(all.gini()!).toBeLessThanOrEqual(1 - 1 / values.length + 1e-12);
      }),
    );
  });
});

describe('the concentration of lifetime value', () => {
  it('leads to the customers that it counts, whole when read page by page', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, async (customers) => {
        const histories = { ...customers, eva: [purchase('2023-07-01')], twin: [purchase('2023-07-01')] };
        const answer = await concentration(histories);
        const whole = (await list(histories, {})).items.map(({ customerId }) => customerId);
        expect(answer.customers).toBe(whole.length);
        for (const { customers: count, value, downTo } of [...answer.makers, ...answer.top]) {
          const { items, total, next } = await list(histories, { downTo, limit: '3' });
          expect(total).toMatchObject({ customers: count, totalValue: value });
          const ids = items.map(({ customerId }) => customerId);
          for (let cursor = next; cursor !== null; ) {
            const page: ValueList = await list(histories, { downTo, limit: '3', cursor });
            ids.push(...page.items.map(({ customerId }) => customerId));
            cursor = page.next;
          }
          expect(ids).toEqual(whole.slice(0, count));
        }
      }),
      { numRuns: 5 },
    );
  });

  it('leaves out who has no value, and says what is missing', async () => {
    const histories = { ada: [purchase('2026-01-01')], bo: [purchase('2026-01-01'), closed('2026-01-02')], eva: [purchase('2026-01-01', { currency: 'EUR' })] };
    expect(await concentration(histories)).toMatchObject({ customers: 1, leftOut: 2, gini: 0, models: { spend: { name: 'gamma-gamma' } } });
    expect(await concentration(histories, {}, [weeklyFit])).toMatchObject({
      makers: [],
      gini: null,
      notEnoughData: expect.stringContaining('model of spend in USD') as string,
    });
    await expect(list(histories, { downTo: 'bo' })).rejects.toMatchObject({ parameter: 'downTo', code: 'not-listed' });
    await expect(list(histories, { downTo: 'nobody' })).rejects.toMatchObject({ parameter: 'downTo', code: 'not-listed' });
  });
});
