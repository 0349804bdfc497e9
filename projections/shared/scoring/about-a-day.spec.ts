import type { CustomerRecord } from '@tenure/models';
import { BadQuery } from '@tenure/querying';
import { parseDay } from '@tenure/time';
import fc from 'fast-check';
import { customerChurnQuery } from '../../churn-likelihood/customer-query.js';
import { customerRecord } from '../../churn-likelihood/customer-record.js';
import { churnListQuery } from '../../churn-likelihood/list-query.js';
import { ChurnListParameters, CustomerChurnParameters } from '../../churn-likelihood/parameters.js';
import { churnProjection } from '../../churn-likelihood/projection.js';
import type { ChurnScore } from '../../churn-likelihood/scorer.js';
import { customerFileProjection } from '../../customer-file/projection.js';
import { valueCellsQuery } from '../../lifetime-value/cells-query.js';
import { customerValueQuery } from '../../lifetime-value/customer-query.js';
import { valueListQuery } from '../../lifetime-value/list-query.js';
import { CustomerValueParameters, ValueCellParameters, ValueListParameters } from '../../lifetime-value/parameters.js';
import { valueProjection } from '../../lifetime-value/projection.js';
import { purchaseHistories } from '../../lifetime-value/purchase-histories.js';
import { recurringRevenueProjection } from '../../recurring-revenue/projection.js';
import { retentionProjection } from '../../retention/projection.js';
import { daysIn } from '../calendar/zone-days.js';
import { arbitraryFactsAndMore } from '../testing/arbitrary-histories.js';
import { asked, type Texts } from '../testing/asked.js';
import { contextOf } from '../testing/context.js';
import { dayOfEvent, zones } from '../testing/days.js';
import { closed, type GivenEvent, purchase, registered, reopened, returned } from '../testing/events.js';
import { spendParameters, weeklyFit } from '../testing/fits.js';
import { fold, type Histories, MemorySnapshot } from '../testing/memory-snapshot.js';
import { voidingOf } from '../testing/taking-back.js';
import { customerGroups } from './customer-groups.js';

const projections = [churnProjection, valueProjection, customerFileProjection, retentionProjection, recurringRevenueProjection];
const models = [weeklyFit, spendParameters];
const contextIn = (timezone: string, histories: Histories, now?: string) =>
  contextOf(new MemorySnapshot(projections, histories), { models, timezone, ...(now !== undefined && { now }) });

const start = Date.UTC(2025, 0, 1);
const day = 86_400_000;
const moment = fc.oneof(
  fc.integer({ min: 0, max: 90 * 24 }).map((hours) => start + hours * 3_600_000),
  fc.integer({ min: 0, max: 90 * day }).map((ms) => start + ms),
);
const orderIds = ['o1', 'o2', 'o3', 'o4', 'o5'];
const product = fc.option(fc.constantFrom('lamp', 'chair'), { nil: undefined });
const fact: fc.Arbitrary<GivenEvent> = fc
  .tuple(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .record({ at: moment, orderId: fc.constantFrom(...orderIds), minor: fc.constantFrom(0, 1000, 2500), product })
          .map(({ at, ...more }) => purchase(at, more)),
      },
      fc
        .record({ at: moment, id: fc.uuid(), orderId: fc.option(fc.constantFrom(...orderIds)), minor: fc.constantFrom(400, 1000, 2500), product })
        .map(({ at, id, orderId, minor, product }) => returned(at, id, orderId, minor, product)),
      fc.tuple(moment, fc.boolean()).map(([at, closes]) => (closes ? closed(at) : reopened(at))),
    ),
    fc.boolean(),
  )
  .map(([one, wholeDay]) => (wholeDay ? { ...one, at: Math.floor((one.at as number) / day) * day, precision: 'day' } : one));

/** Each order once; a reopening without an earlier closing would be refused, but figures must not depend on that. */
const customers: fc.Arbitrary<Histories> = fc
  .array(
    fc.uniqueArray(fact, {
      maxLength: 12,
      selector: (one) => (one.data as { orderId?: string })['orderId'] + one.type + String((one.data as { returnId?: string })['returnId'] ?? one.at),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => Object.fromEntries(all.map((facts, i) => [`c${i}`, [registered(start - day), ...facts]])));

const knownBy = (histories: Histories, timezone: string, last: number): Histories =>
  Object.fromEntries(Object.entries(histories).map(([id, facts]) => [id, facts.filter((one) => dayOfEvent(one, timezone) <= last)]));

/** What of a record lies on a day or before it; null where no purchase does. */
function upTo(record: CustomerRecord | null, last: number): CustomerRecord | null {
  const daysBy = (days: ArrayLike<number>): number[] => Array.from(days).filter((one) => one <= last);
  if (record === null || daysBy(record.purchases).length === 0) return null;
  return {
    purchases: daysBy(record.purchases),
    visits: daysBy(record.visits),
    complaints: record.complaints
      .filter(({ logged }) => logged <= last)
      .map(({ logged, steps }) => ({ logged, steps: steps.filter((step) => step.day <= last) })),
    satisfaction: record.satisfaction.filter((answer) => answer.day <= last),
    downgrades: daysBy(record.downgrades),
  };
}

/** The groups of a list, or the fact that there are none. */
const groupsOf = async (list: Promise<unknown>): Promise<unknown> =>
  list.then(
    (answer) => (answer as { groups?: unknown }).groups,
    (error: unknown) => (error instanceof BadQuery ? error.code : Promise.reject(error)),
  );

async function everyAnswer(histories: Histories, timezone: string, about: string): Promise<unknown> {
  const context = contextIn(timezone, histories);
  const of = async (more: Texts = {}) => ({ about, currency: 'USD', ...more });
  const answers: unknown[] = [];
  for (const customerId of Object.keys(histories)) {
    answers.push(await customerChurnQuery.run(context, asked(CustomerChurnParameters, { customerId, about })));
    answers.push(await customerValueQuery.run(context, asked(CustomerValueParameters, await of({ customerId }))));
  }
  answers.push(await churnListQuery.run(context, asked(ChurnListParameters, await of({ minActive: '0' }))));
  const { otherCurrencies: _, ...list } = (await valueListQuery.run(context, asked(ValueListParameters, await of()))) as Record<string, unknown>;
  const { otherCurrencies: __, ...cells } = (await valueCellsQuery.run(context, asked(ValueCellParameters, await of()))) as Record<string, unknown>;
  for (const by of ['product', 'region']) {
    answers.push(await groupsOf(churnListQuery.run(context, asked(ChurnListParameters, await of({ minActive: '0', by })))));
    answers.push(await groupsOf(valueListQuery.run(context, asked(ValueListParameters, await of({ by })))));
  }
  const learnt: unknown[] = [];
  for await (const chunk of purchaseHistories(context.snapshot, 'USD', timezone).read(parseDay(about)!)) learnt.push(...chunk);
  return { answers, list, cells, learnt };
}

describe('a figure about a day', () => {
  it('is not changed by any fact that is dated later, in any time zone', async () => {
    await fc.assert(
      fc.asyncProperty(customers, fc.constantFrom(...zones), fc.integer({ min: 5, max: 80 }), async (histories, timezone, after) => {
        const last = start / day + after;
        const about = new Date(last * day).toISOString().slice(0, 10);
        const earlier = knownBy(histories, timezone, last);
        // Somebody must have bought in the currency: the list of currencies is a fact of today.
        fc.pre(Object.values(earlier).some((facts) => facts.some(({ type }) => type === 'PurchaseRecorded')));
        expect(await everyAnswer(histories, timezone, about)).toEqual(await everyAnswer(earlier, timezone, about));
      }),
      { numRuns: 60 },
    );
  });

  it('is in the record of a customer, whatever was corrected and voided: a correction acts at the date of its fact', () => {
    fc.assert(
      fc.property(
        arbitraryFactsAndMore,
        fc.constantFrom(...zones),
        fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: 731 })),
        (facts, timezone, after) => {
          const last = Date.UTC(2023, 5, 1) / day + after;
          const known = facts.flatMap(({ stands }) => (stands !== null && dayOfEvent(stands, timezone) <= last ? [stands] : []));
          const recordOf = (history: readonly GivenEvent[]) => customerRecord(fold(churnProjection, 'c', history), daysIn(timezone));
          const earlier = recordOf(known);
          expect(upTo(recordOf(facts.flatMap(({ recorded }) => recorded)), last)).toEqual(earlier);
          expect(upTo(earlier, last)).toEqual(earlier);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the groups of those who had bought by then, where there are too many to show each', async () => {
    const buyer = (at: string, name: string): GivenEvent[] => [registered(start, { city: name }), purchase(at, { product: name })];
    const many = Array.from({ length: 1_000 }, (_, i) => [`c${i}`, buyer('2025-01-01', `p${i}`)] as const);
    const snapshot = new MemorySnapshot([retentionProjection], Object.fromEntries([...many, ['later', buyer('2025-03-01', 'a new one')]]));
    for (const by of ['product', 'city']) {
      const others = async (until: number) => (await customerGroups(snapshot, by, { until, dayOf: daysIn('UTC') }))?.others;
      expect([await others(parseDay('2025-02-28')!), await others(Infinity)]).toEqual([0, 1]);
    }
  });

  it('counts days in the zone of the reports', async () => {
    const histories = {
      ada: [purchase('2025-03-01T02:00Z'), purchase('2025-03-10T23:30Z', { orderId: 'late' }), purchase('2025-03-11T03:00Z', { orderId: 'later' })],
    };
    const factsIn = async (timezone: string) =>
      ((await customerChurnQuery.run(contextIn(timezone, histories), asked(CustomerChurnParameters, { customerId: 'ada' }))) as ChurnScore).facts;
    expect(await factsIn('UTC')).toEqual({ purchases: 3, firstPurchase: '2025-03-01', lastPurchase: '2025-03-11', daysSinceLastPurchase: 0 });
    expect(await factsIn('America/New_York')).toEqual({ purchases: 2, firstPurchase: '2025-02-28', lastPurchase: '2025-03-10', daysSinceLastPurchase: 0 });
    expect(await factsIn('Asia/Shanghai')).toMatchObject({ purchases: 2, lastPurchase: '2025-03-11' });
  });

  it('is about the latest fact that it reads, which need not be a purchase, and never about a day to come', async () => {
    const bought = [purchase('2025-03-01'), purchase('2025-03-11', { orderId: 'second' })];
    const aboutOf = async (histories: Histories, now?: string) => {
      const score = await customerChurnQuery.run(contextIn('UTC', histories, now), asked(CustomerChurnParameters, { customerId: 'ada' }));
      const value = await customerValueQuery.run(contextIn('UTC', histories, now), asked(CustomerValueParameters, { customerId: 'ada', currency: 'USD' }));
      return [score, value].map((answer) => (answer as { about: string }).about);
    };
    expect(await aboutOf({ ada: bought })).toEqual(['2025-03-11', '2025-03-11']);
    expect(await aboutOf({ ada: [...bought, returned('2025-03-20', 'r1', 'second', 500)] })).toEqual(['2025-03-11', '2025-03-20']);
    expect(await aboutOf({ ada: bought, bo: [purchase('2025-01-01'), closed('2025-04-01')] })).toEqual(['2025-04-01', '2025-04-01']);
    const on = { at: '2025-05-01', precision: 'day' } as const;
    const visited: GivenEvent = { ...on, type: 'VisitRecorded', data: { visitId: 'v' } };
    const complained: GivenEvent = { ...on, type: 'ComplaintLogged', data: { complaintId: 'k', severity: 'low' } };
    const answered: GivenEvent = { ...on, type: 'SatisfactionRecorded', data: { satisfactionId: 'n', metric: 'nps', score: 9, min: 0, max: 10 } };
    const terms = { plan: 'basic', price: { minor: 900, currency: 'USD' }, interval: 'P1M', quantity: 1 };
    const subscribed: GivenEvent = { ...on, type: 'SubscriptionStarted', data: { subscriptionId: 's', ...terms } };
    for (const fact of [visited, complained, answered, subscribed]) {
      expect(await aboutOf({ ada: bought, bo: [fact] })).toEqual(['2025-05-01', '2025-03-11']);
    }
    expect(await aboutOf({ ada: bought, bo: [visited, voidingOf(visited)!] })).toEqual(['2025-03-11', '2025-03-11']);
    expect(await aboutOf({ ada: bought, bo: [purchase('2199-01-01')] }, '2025-03-15T10:00:00Z')).toEqual(['2025-03-15', '2025-03-15']);
  });

  it.each(['about', 'asOf'])('%s in the future is refused', async (parameter) => {
    const context = contextIn('UTC', { ada: [purchase('2025-03-01')] }, '2025-03-15T10:00:00Z');
    const ask = (to: string) => customerChurnQuery.run(context, asked(CustomerChurnParameters, { customerId: 'ada', [parameter]: to }));
    await expect(ask('2025-03-16')).rejects.toMatchObject({ parameter, code: 'in-future' });
    expect(await ask('2025-03-15')).toMatchObject({ about: '2025-03-15' });
  });
});
