import type { Query, QueryContext, Row } from '@tenure/querying';
import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import { cancelled, type GivenEvent, purchase, registered, started } from '../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { type StayingCustomers, stayingCustomersQuery } from './projected/customers-query.js';
import { ProjectionParameters } from './projected/parameters.js';
import { answerProjection } from './projected/query.js';
import { retentionProjection } from './projection.js';
import { type SurvivalCustomers, survivalCustomersQuery } from './survival/customers-query.js';
import { SurvivalParameters } from './survival/parameters.js';
import { answerSurvival } from './survival/query.js';

/** The same numbers each time, from 0 to `below`. */
function numbers(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** A text and a number that print alike, and customers of whom the region is not known, are groups of their own. */
const regions = ['north', 'south', 1, '1', 'null', null];
const hour = 3_600_000;

/** Many facts lie within hours of midnight, so that the day, and with it the row and the cohort, depends on the zone. */
function company(): Histories {
  const next = numbers();
  const at = (day: number): number => Date.UTC(2025, 0, 1 + day) + (next(9) - 4) * hour;
  const customer = (no: number): [string, GivenEvent[]] => {
    const first = next(300);
    const purchases = Array.from({ length: 1 + next(5) }, () => purchase(at(first + next(2) * next(200))));
    const start = next(300);
    const ends = [cancelled(at(start + next(150)), 's', next(3) === 0 ? 'involuntary' : 'pricing')].slice(next(2));
    const region = regions[next(regions.length)];
    const details = region === null ? { shop: `shop ${no}` } : { region: region!, shop: `shop ${no % 60}` };
    return [`c${no}`, [registered(at(0), details), purchase(at(first)), ...purchases, ...(next(2) === 0 ? [] : [started(at(start), 's'), ...ends])]];
  };
  return Object.fromEntries(Array.from({ length: 90 }, (_, no) => customer(no)));
}

const context = contextOf(new MemorySnapshot([retentionProjection], company()), { now: '2026-06-01T00:00:00Z' });

interface Page {
  readonly count: number;
  readonly items: readonly object[];
  readonly next: string | null;
}

/** Asks as the address says, page by page; the rows are those of a download of each page. */
async function follow<Answer extends Page>(query: Query, link: string, more: Texts = {}, about: QueryContext = context): Promise<Answer & { rows: Row[] }> {
  const { pathname, searchParams } = new URL(link, 'http://localhost');
  expect(pathname).toBe(`/v1/${query.path}`);
  const parameters = { ...Object.fromEntries(searchParams), ...more, limit: '40' };
  const pages: Answer[] = [];
  let cursor: string | null = null;
  do {
    pages.push((await query.run(about, asked(query.params, { ...parameters, cursor }) as never)) as Answer);
    cursor = pages.at(-1)!.next;
  } while (cursor !== null);
  const items = pages.flatMap((page) => page.items);
  return { ...pages[0]!, items, rows: pages.flatMap((page) => [...query.rows!(page as never)]) };
}

const atRisk = (link: string, more?: Texts) => follow<SurvivalCustomers>(survivalCustomersQuery, link, more);
const there = (link: string, more?: Texts) => follow<StayingCustomers>(stayingCustomersQuery, link, more);
const ids = (items: ReadonlyArray<{ readonly customerId: string }>): number => new Set(items.map(({ customerId }) => customerId)).size;

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
        expect([row.period, found.count, ids(found.items), found.rows.length]).toEqual([row.period, row.atRisk, row.atRisk, row.atRisk]);
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
        expect([cohort, period, found.count, ids(found.items), found.rows.length]).toEqual([cohort, period, count, count, count]);
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
  const { items } = await follow<SurvivalCustomers>(survivalCustomersQuery, '/v1/retention/survival/customers', {}, few);
  expect(items).toEqual([
    { customerId: 'cy', began: '2026-06-20', ended: '2026-06-20', days: 0, period: 0, outcome: 'censored' },
    { customerId: 'ada', began: '2026-01-10', ended: '2026-02-03', days: 24, period: 1, outcome: 'boughtAgain' },
    { customerId: 'bo', began: '2026-01-20', ended: '2026-06-20', days: 151, period: 6, outcome: 'censored' },
  ]);
  const stayed = await follow<StayingCustomers>(stayingCustomersQuery, '/v1/retention/projection/customers', { cohort: '2026-01-15' }, few);
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
