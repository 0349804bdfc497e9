import fc from 'fast-check';
import { calendarOf } from '../shared/calendar/calendar.js';
import { arbitraryCustomers, arbitraryZone } from '../shared/testing/arbitrary-histories.js';
import { contextOf } from '../shared/testing/context.js';
import { purchase } from '../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import type { LifecycleParameters } from './parameters.js';
import { lifecycleProjection } from './projection.js';
import { answerLifecycle } from './query.js';

/** As of today, long after every purchase, unless a test says otherwise. */
const ask = (histories: Histories, parameters: LifecycleParameters = {}, now?: string, source?: 'scan') =>
  answerLifecycle(contextOf(new MemorySnapshot([lifecycleProjection], histories), { now }), { present: 'now', ...parameters }, source);

const example: Histories = { ada: [purchase('2026-01-05'), purchase('2026-02-05'), purchase('2026-04-05')] };

describe('lifecycle', () => {
  it('answers the example of its definition', async () => {
    expect((await ask(example, { to: '2026-05' })).periods).toEqual([
      { start: '2026-01', new: 1, returning: 0, resurrecting: 0, dormant: 0, active: 1, purchases: 1 },
      { start: '2026-02', new: 0, returning: 1, resurrecting: 0, dormant: 0, active: 1, purchases: 1 },
      { start: '2026-03', new: 0, returning: 0, resurrecting: 0, dormant: 1, active: 0, purchases: 0 },
      { start: '2026-04', new: 0, returning: 0, resurrecting: 1, dormant: 0, active: 1, purchases: 1 },
      { start: '2026-05', new: 0, returning: 0, resurrecting: 0, dormant: 1, active: 0, purchases: 0 },
    ]);
  });

  it('does not call anybody dormant in a period that is not over', async () => {
    const { periods } = await ask(example, { to: '2026-12' }, '2026-05-03T00:00:00Z');
    expect(periods.at(-1)).toEqual({ start: '2026-05', new: 0, returning: 0, resurrecting: 0, dormant: null, active: 0, purchases: 0, inProgress: true });
  });

  it('takes the day of the latest purchase for the present', async () => {
    const { definition, periods } = await ask(example, { present: '' });
    expect(definition).toMatchObject({ from: '2026-01-01', to: '2026-04-30', present: { day: '2026-04-05', basis: 'latest-fact' } });
    expect(periods.at(-1)).toMatchObject({ start: '2026-04', resurrecting: 1, dormant: null, inProgress: true });
  });

  it('leaves out what is dated after a present that is asked for', async () => {
    for (const source of [undefined, 'scan'] as const) {
      const { definition, periods } = await ask(example, { present: '2026-04-04' }, undefined, source);
      expect(definition).toMatchObject({ to: '2026-02-28', present: { day: '2026-04-04', basis: 'asked' } });
      expect(periods.map(({ active }) => active)).toEqual([1, 1]);
    }
  });

  it('takes a month in to for all of its days', async () => {
    const { definition, periods } = await ask(example, { granularity: 'day', from: '2026-02', to: '2026-02' });
    expect(definition).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
    expect(periods).toHaveLength(28);
  });

  it('calls nobody new who bought before the first period shown', async () => {
    expect((await ask(example, { from: '2026-02', to: '2026-02' })).periods).toMatchObject([{ start: '2026-02', new: 0, returning: 1, dormant: 0 }]);
  });

  it('refuses more periods than can be meant', async () => {
    await expect(ask(example, { granularity: 'day', from: '0001-01' })).rejects.toMatchObject({ code: 'too-many-periods' });
  });
});

const question = fc.record({
  granularity: fc.constantFrom('day', 'week', 'month'),
  weekStart: fc.constantFrom('monday', 'sunday'),
  timezone: arbitraryZone,
}) as fc.Arbitrary<LifecycleParameters>;

describe('lifecycle, whoever bought whenever', () => {
  it('has the same answer from kept sums and from a scan', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, question, async (histories, { granularity }) => {
        expect(await ask(histories, { granularity })).toEqual(await ask(histories, { granularity }, undefined, 'scan'));
      }),
    );
  });

  it('counts each state as the definition says, customer by customer', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCustomers, question, async (histories, parameters) => {
        const { periods } = await ask(histories, parameters);
        const { granularity, timezone, weekStart } = parameters as Required<LifecycleParameters>;
        const calendar = calendarOf({ granularity, timezone, weekStart }, { first: Date.UTC(2023, 0) / 1000, last: Date.UTC(2026, 0) / 1000 });
        const active = Object.values(histories).map(
          (facts) => new Set(facts.filter(({ type }) => type === 'PurchaseRecorded').map(({ at }) => calendar.periodOf((at as number) / 1000))),
        );
        const first = Math.min(...active.flatMap((own) => [...own]));
        periods.forEach((period, i) => {
          const here = first + i;
          const count = (test: (own: Set<number>) => boolean) => active.filter(test).length;
          const before = (own: Set<number>) => [...own].some((one) => one < here - 1);
          expect(period).toMatchObject({
            start: calendar.nameOf(here),
            new: count((own) => own.has(here) && Math.min(...own) === here),
            returning: count((own) => own.has(here) && own.has(here - 1)),
            resurrecting: count((own) => own.has(here) && !own.has(here - 1) && before(own)),
            dormant: count((own) => !own.has(here) && own.has(here - 1)),
            active: count((own) => own.has(here)),
          });
          expect(period.active).toBe(period.new + period.returning + period.resurrecting);
          if (i > 0) expect(period.dormant).toBe(periods[i - 1]!.active - period.returning);
        });
      }),
      { numRuns: 50 },
    );
  });
});
