import { parseDay } from '@tenure/time';
import fc from 'fast-check';
import { liveView } from '../shared/reading/live-view.js';
import { cancelled, type GivenEvent, started } from '../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { recurringRevenueProjection } from './projection.js';
import { renewalDay, renewalInterval, renewalsBy } from './renewals.js';
import { observedStays } from './stay-cells.js';

const day = (text: string): number => parseDay(text)!;
const stays = async (histories: Histories, about: string, interval = 'P1M') => {
  const snapshot = new MemorySnapshot([recurringRevenueProjection], histories);
  return observedStays(snapshot, await liveView(snapshot, 'recurring-revenue'), renewalInterval(interval)!, day(about));
};

describe('renewals', () => {
  it('come on the same day of a later month, or on its last day', () => {
    const monthly = renewalInterval('P1M')!;
    expect([1, 2, 13].map((k) => renewalDay(day('2026-01-31'), monthly, k))).toEqual(['2026-02-28', '2026-03-31', '2027-02-28'].map(day));
    expect(['2026-02-27', '2026-02-28', '2026-03-30', '2026-03-31'].map((by) => renewalsBy(day('2026-01-31'), monthly, day(by)))).toEqual([0, 1, 1, 2]);
    expect([renewalInterval('P1Y2M3W4D'), renewalInterval('PT12H')]).toEqual([{ months: 14, days: 25 }, null]);
  });

  it('are as many by a day as have come', () => {
    const interval = fc
      .record({ months: fc.integer({ min: 0, max: 30 }), days: fc.integer({ min: 0, max: 40 }) })
      .filter(({ months, days }) => months + days > 0);
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 30_000 }), interval, fc.integer({ min: 0, max: 9_000 }), (start, every, after) => {
        const count = renewalsBy(start, every, start + after);
        expect(renewalDay(start, every, count)).toBeLessThanOrEqual(start + after);
        expect(renewalDay(start, every, count + 1)).toBeGreaterThan(start + after);
      }),
    );
  });
});

describe('observed stays', () => {
  const on = (given: GivenEvent): GivenEvent => ({ ...given, precision: 'day' });

  it('end with the renewal that was not made, and not before it could have come', async () => {
    const histories: Histories = {
      atOnce: [on(started('2026-01-10', 's')), on(cancelled('2026-01-10', 's'))],
      early: [on(started('2026-01-10', 's')), on(cancelled('2026-03-20', 's'))], // instead of the third, on 10 April
      onTheDay: [on(started('2026-01-10', 's')), on(cancelled('2026-03-10', 's', 'involuntary'))],
      stays: [on(started('2026-01-10', 's'))],
      back: [on(started('2026-01-10', 's')), on(cancelled('2026-02-10', 's')), on(started('2026-06-01', 't'))],
    };
    expect(await stays(histories, '2026-02-09')).toEqual({ cohorts: [], customers: 0, ended: 0 });
    expect(await stays(histories, '2026-04-09')).toEqual({ cohorts: [{ alive: [5, 4, 3] }], customers: 5, ended: 2 });
    expect(await stays(histories, '2026-04-10')).toEqual({ cohorts: [{ alive: [5, 4, 3, 2] }], customers: 5, ended: 3 });
    expect(await stays(histories, '2026-04-10', 'P1Y')).toMatchObject({ customers: 0 });
  });

  it('are of the interval written last, and cohorts of customers observed as long', async () => {
    const yearly: GivenEvent = on({ type: 'SubscriptionChanged', at: '2026-02-01', data: { subscriptionId: 's', interval: 'P12M' } });
    const histories: Histories = { a: [on(started('2024-06-01', 's')), yearly], b: [on(started('2025-06-01', 's'))], c: [on(started('2025-06-20', 's'))] };
    expect(await stays(histories, '2026-07-01', 'P1Y')).toEqual({ cohorts: [{ alive: [1, 1, 1] }], customers: 1, ended: 0 });
    expect((await stays(histories, '2026-07-01')).cohorts.map(({ alive }) => alive.length - 1)).toEqual([13, 12]);
  });
});
