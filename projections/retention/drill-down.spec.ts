import { asked, type Texts } from '../shared/testing/asked.js';
import { company } from '../shared/testing/company.js';
import { contextOf } from '../shared/testing/context.js';
import { purchase } from '../shared/testing/events.js';
import { customersIn, follow } from '../shared/testing/follow.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { type StayingCustomers, stayingCustomersQuery } from './projected/customers-query.js';
import { ProjectionParameters } from './projected/parameters.js';
import { answerProjection } from './projected/query.js';
import { retentionProjection } from './projection.js';
import { type SurvivalCustomers, survivalCustomersQuery } from './survival/customers-query.js';
import { SurvivalParameters } from './survival/parameters.js';
import { answerSurvival } from './survival/query.js';

const context = contextOf(new MemorySnapshot([retentionProjection], company()), { now: '2026-06-01T00:00:00Z' });

const atRisk = (link: string, more?: Texts) => follow<SurvivalCustomers>(context, survivalCustomersQuery, link, more);
const there = (link: string, more?: Texts) => follow<StayingCustomers>(context, stayingCustomersQuery, link, more);

const zones = ['UTC', 'America/New_York', 'Asia/Shanghai'];

describe.each(zones)('in %s', (timezone) => {
  const survival = (more: Texts) => answerSurvival(context, asked(SurvivalParameters, { timezone, ...more }));
  const projection = (more: Texts) => answerProjection(context, asked(ProjectionParameters, { timezone, ...more }));

  it.each([
    { of: 'second-purchase' },
    { of: 'subscriptions', from: '2025-02', to: '2025-08-15' },
    { of: 'subscriptions', by: 'region', present: '2025-07-31' },
  ])('each number of a row of a curve is that of the customers behind it: %j', async (filters) => {
    const { curves } = await survival(filters);
    expect(curves.length).toBeGreaterThan(0);
    for (const { rows, customers } of curves) {
      expect(rows[0]!.atRisk).toBe(customers);
      for (const row of rows) {
        const found = await atRisk(row.customers);
        expect([row.period, found.count, customersIn(found.items), found.rows.length]).toEqual([row.period, row.atRisk, row.atRisk, row.atRisk]);
        const ended = await atRisk(row.customers, { outcome: 'event' });
        const { count: censored } = await atRisk(row.customers, { outcome: 'censored' });
        expect([row.period, ended.count, censored]).toEqual([row.period, row.events, row.censored]);
        const [cause] = ended.items.map(({ outcome }) => outcome);
        if (cause === undefined) continue;
        const { length } = ended.items.filter(({ outcome }) => outcome === cause);
        expect([row.period, cause, (await atRisk(row.customers, { outcome: cause })).count]).toEqual([row.period, cause, length]);
      }
    }
  });

  it.each([
    {},
    { from: '2025-03', to: '2025-06', silence: '1' },
    { of: 'subscriptions', granularity: 'week', from: '2025-05', to: '2025-06', present: '2025-10-15' },
  ])('each known cell of a projected cohort is the number of the customers behind it, and a projected one has none: %j', async (filters) => {
    const { cohorts } = await projection(filters);
    expect(cohorts.length).toBeGreaterThan(2);
    for (const { cohort, cells } of cohorts) {
      for (const { period, count, projected, customers } of cells) {
        if (projected) {
          expect(customers).toBeNull();
          continue;
        }
        const found = await there(customers!);
        expect([cohort, period, found.count, customersIn(found.items), found.rows.length]).toEqual([cohort, period, count, count, count]);
      }
    }
  });
});

it('lists add up over all rows of a curve, and over all cohorts, without a row or a cohort', async () => {
  const { curves } = await answerSurvival(context, { of: 'subscriptions' });
  const all = '/v1/retention/survival/customers?of=subscriptions';
  const { customers, events, censored } = curves[0]!;
  expect([(await atRisk(all)).count, (await atRisk(all, { outcome: 'event' })).count, (await atRisk(all, { outcome: 'censored' })).count]).toEqual([
    customers,
    events,
    censored,
  ]);
  const { cohorts } = await answerProjection(context, {});
  const third = cohorts.reduce((sum, { cells }) => sum + (cells.find(({ period, projected }) => period === 3 && !projected)?.count ?? 0), 0);
  expect((await there('/v1/retention/projection/customers', { period: '3' })).count).toBe(third);
});

it('curves of small groups that are one curve have one list', async () => {
  const { curves, otherGroups } = await answerSurvival(context, { by: 'shop' });
  expect(otherGroups).toBeGreaterThan(0);
  const { group, customers, rows } = curves.find((curve) => curve.group === '(other)')!;
  const found = await atRisk(rows[0]!.customers);
  expect([group, found.count, found.items.every((line) => line.group === group)]).toEqual(['(other)', customers, true]);
});

it('an address is about the past moment that its cell is about', async () => {
  const then = { ...context, asAt: '0000000000000042' };
  const link = (await answerSurvival(then, {})).curves[0]!.rows[0]!.customers;
  expect(new URL(link, 'http://localhost').searchParams.get('asAt')).toBe('0000000000000042');
  const cell = (await answerProjection(then, {})).cohorts[0]!.cells[0]!;
  expect(new URL(cell.customers!, 'http://localhost').searchParams.get('asAt')).toBe('0000000000000042');
});

it('who is listed says how the observation ended, or in which period they were last there', async () => {
  const histories: Histories = { ada: [purchase('2026-01-10'), purchase('2026-02-03')], bo: [purchase('2026-01-20')], cy: [purchase('2026-06-20')] };
  const few = contextOf(new MemorySnapshot([retentionProjection], histories));
  const { items } = await follow<SurvivalCustomers>(few, survivalCustomersQuery, '/v1/retention/survival/customers');
  expect(items).toEqual([
    { customerId: 'cy', began: '2026-06-20', ended: '2026-06-20', days: 0, period: 0, outcome: 'censored' },
    { customerId: 'ada', began: '2026-01-10', ended: '2026-02-03', days: 24, period: 1, outcome: 'boughtAgain' },
    { customerId: 'bo', began: '2026-01-20', ended: '2026-06-20', days: 151, period: 6, outcome: 'censored' },
  ]);
  const stayed = await follow<StayingCustomers>(few, stayingCustomersQuery, '/v1/retention/projection/customers', { cohort: '2026-01-15' });
  expect(stayed.definition.cohort).toBe('2026-01');
  expect(stayed.items).toEqual([
    { customerId: 'ada', cohort: '2026-01', lastPeriod: 1 },
    { customerId: 'bo', cohort: '2026-01', lastPeriod: 0 },
  ]);
});

it('refuses the list behind a projected cell, and a group without its dimension', async () => {
  await expect(there('/v1/retention/projection/customers?cohort=2025-02&period=40')).rejects.toMatchObject({ parameter: 'period', code: 'not-known-yet' });
  await expect(atRisk('/v1/retention/survival/customers?group=north')).rejects.toMatchObject({ parameter: 'group', code: 'group-needs-by' });
});
