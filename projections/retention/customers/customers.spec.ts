import { asked, type Texts } from '../../shared/testing/asked.js';
import { company } from '../../shared/testing/company.js';
import { contextOf } from '../../shared/testing/context.js';
import { purchase } from '../../shared/testing/events.js';
import { customersIn, follow } from '../../shared/testing/follow.js';
import { type Histories, MemorySnapshot } from '../../shared/testing/memory-snapshot.js';
import { RetentionParameters } from '../parameters.js';
import { retentionProjection } from '../projection.js';
import { answerRetention } from '../query.js';
import { type CellCustomers, cellCustomersQuery } from './query.js';

const context = contextOf(new MemorySnapshot([retentionProjection], company()), { now: '2026-06-01T00:00:00Z' });
const triangle = (filters: Texts, about = context) => answerRetention(about, asked(RetentionParameters, filters));
const list = (link: string, more?: Texts, about = context) => follow<CellCustomers>(about, cellCustomersQuery, link, more);
const path = '/v1/retention/customers';

describe.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('in %s', (timezone) => {
  it.each([
    { to: '2025-08' },
    { granularity: 'week', weekStart: 'sunday', mode: 'on-or-after', from: '2025-03', to: '2025-04-15' },
    { kind: 'recurring', from: '2025-03', present: '2025-07-15' },
    { window: 'rolling', by: 'region', from: '2025-04', present: '2025-08-31' },
    { mode: 'bracket', brackets: '1,3,6', kind: 'recurring', by: 'region', to: '2025-06' },
    { mode: 'on-or-after', window: 'rolling', from: '2025-08', present: 'now' },
  ])('each number of the triangle is that of the customers behind it: %j', async (filters) => {
    const { cohorts } = await triangle({ timezone, ...filters });
    expect(cohorts.length).toBeGreaterThan(2);
    for (const { cohort, group, size, customers, cells } of cohorts) {
      const known = cells.flatMap((cell) => (cell === null ? [] : [{ period: `${cell.period}`, number: cell.count }]));
      for (const { period, number } of [{ period: '', number: size }, ...known]) {
        const found = await list(customers, { period });
        const numbers = [found.count, found.items.length, customersIn(found.items), found.rows.length];
        expect([cohort, group, period, ...numbers]).toEqual([cohort, group, period, number, number, number, number]);
      }
    }
  });
});

it('without a group the list is about all of them, and small groups that are one group have one list', async () => {
  const days = { granularity: 'day', by: 'shop' }; // so many cells that only the largest group is shown
  const { cohorts, otherGroups } = await triangle(days);
  expect(otherGroups).toBeGreaterThan(0);
  for (const { group, size, customers } of cohorts.slice(0, 9)) {
    const found = await list(customers);
    expect([found.count, found.items.every((line) => line.group === group)]).toEqual([size, true]);
  }
  const { cohorts: byRegion } = await triangle({ by: 'region' });
  const may = byRegion.filter(({ cohort }) => cohort === '2025-05');
  const later = may.reduce((sum, { cells }) => sum + cells[2]!.count, 0);
  expect((await list(path, { by: 'region', cohort: '2025-05-20', period: '2' })).count).toBe(later);
});

it('without a cohort the list is about all that have a number in the period', async () => {
  const { cohorts, weightedAverage } = await triangle({ window: 'rolling', present: '2025-09-10' });
  const whole = cohorts.reduce((sum, { size }) => sum + size, 0);
  const all = { window: 'rolling', present: '2025-09-10' };
  expect([(await list(path, all)).count, (await list(path, { ...all, period: '3' })).count]).toEqual([whole, weightedAverage[3]!.count]);
  const twice = contextOf(new MemorySnapshot([retentionProjection], { ada: [purchase('2026-01-20'), purchase('2026-02-03')] }));
  expect((await list(path, { kind: 'recurring' }, twice)).count).toBe(1); // in two cohorts
});

it('says of each customer when they first and last bought, and how often, as known at the present', async () => {
  const histories: Histories = {
    ada: [purchase('2026-01-20'), purchase('2026-02-03'), purchase('2026-04-20')],
    bo: [purchase('2026-01-10')],
  };
  const few = contextOf(new MemorySnapshot([retentionProjection], histories));
  const { definition, items } = await list(path, { cohort: '2026-01', present: '2026-03-31' }, few);
  expect(definition).toMatchObject({ name: 'retention-customers', cohort: '2026-01', period: null, present: { day: '2026-03-31', basis: 'asked' } });
  expect(items).toEqual([
    { customerId: 'bo', firstPurchase: '2026-01-10', lastPurchase: '2026-01-10', purchases: 1 },
    { customerId: 'ada', firstPurchase: '2026-01-20', lastPurchase: '2026-02-03', purchases: 2 },
  ]);
  expect((await list(path, { cohort: '2026-01', period: '1' }, few)).items.map(({ customerId }) => customerId)).toEqual(['ada']);
  expect((await list(path, { cohort: '2025-01', period: '1' }, few)).count).toBe(0);
});

it('counts what lies after today where the triangle does', async () => {
  const ahead = { ada: [purchase('2026-01-20'), purchase('2026-05-03')], bo: [purchase('2026-01-10')] };
  const few = contextOf(new MemorySnapshot([retentionProjection], ahead), { now: '2026-04-10T00:00:00Z' });
  const { customers, cells } = (await triangle({ mode: 'on-or-after' }, few)).cohorts[0]!;
  expect([cells[2]!.count, (await list(customers, { period: '2' }, few)).count]).toEqual([1, 1]);
});

it('an address is about the past moment that its cohort is about', async () => {
  const { customers } = (await triangle({}, { ...context, asAt: '0000000000000042' })).cohorts[0]!;
  expect(new URL(customers, 'http://localhost').searchParams.get('asAt')).toBe('0000000000000042');
});

it('refuses a cell without a number, a period at which no bracket starts, and a group without its dimension', async () => {
  const { cohorts } = await triangle({ present: '2025-06-15' });
  const { customers, cells } = cohorts.at(-2)!;
  expect(cells.at(-1)).toBeNull();
  const notKnown = { parameter: 'period', code: 'not-known-yet' };
  await expect(list(customers, { period: `${cells.length - 1}` })).rejects.toMatchObject(notKnown);
  await expect(list(customers, { period: `${cells.length}` })).rejects.toMatchObject(notKnown);
  await expect(list(customers, { period: '2', mode: 'bracket', brackets: '1,3,7' })).rejects.toMatchObject({ parameter: 'period', code: 'no-such-bracket' });
  await expect(list(customers, { group: 'north' })).rejects.toMatchObject({ parameter: 'group', code: 'group-needs-by' });
});

it('refuses to go on with a page of another cell', async () => {
  const { cohort } = (await triangle({})).cohorts[0]!;
  const { next: cursor } = (await cellCustomersQuery.run(context, { cohort, limit: '1' })) as CellCustomers;
  await expect(cellCustomersQuery.run(context, { cohort, period: '1', cursor: cursor! })).rejects.toMatchObject({ code: 'cursor-mismatch' });
});
