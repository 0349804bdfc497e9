import fc from 'fast-check';
import { contextOf } from '../shared/testing/context.js';
import { dayOfEvent, zones } from '../shared/testing/days.js';
import type { GivenEvent } from '../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { complaintsProjection } from './projection.js';
import { complaintSummaryQuery } from './summary-query.js';

const start = Date.UTC(2026, 0, 20);
const day = 86_400_000;

const fact: fc.Arbitrary<GivenEvent> = fc
  .record({
    type: fc.constantFrom('ComplaintLogged', 'ComplaintLogged', 'ComplaintAcknowledged', 'ComplaintResolved', 'ComplaintResolved', 'ComplaintReopened'),
    at: fc.integer({ min: 0, max: 60 * 24 }).map((hours) => start + hours * 3_600_000),
    isDay: fc.boolean(),
    complaintId: fc.constantFrom('k1', 'k2', 'k3'),
    severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
    minor: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
  })
  .map(({ type, at, isDay, complaintId, severity, minor }) => {
    const compensation = minor === undefined ? {} : { compensation: { minor, currency: 'USD' } };
    const data = { complaintId, ...(type === 'ComplaintLogged' && { severity }), ...(type === 'ComplaintResolved' && compensation) };
    return isDay ? { type, at: Math.floor(at / day) * day, precision: 'day', data } : { type, at, data };
  });

const customers: fc.Arbitrary<Histories> = fc
  .array(fc.array(fact, { maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((all) => Object.fromEntries(all.map((facts, i) => [`c${i}`, facts])));

const summary = (histories: Histories, timezone: string, present: string) =>
  complaintSummaryQuery.run(contextOf(new MemorySnapshot([complaintsProjection], histories)), { timezone, present });

describe('the summary of complaints about a day', () => {
  it('is not changed by anything that is dated later, in any time zone, counted or from kept sums', async () => {
    await fc.assert(
      fc.asyncProperty(customers, fc.constantFrom(...zones), fc.integer({ min: -1, max: 61 }), async (histories, timezone, after) => {
        const last = start / day + after;
        const present = new Date(last * day).toISOString().slice(0, 10);
        const known = Object.entries(histories).map(([id, facts]) => [id, facts.filter((one) => dayOfEvent(one, timezone) <= last)] as const);
        expect(await summary(histories, timezone, present)).toEqual(await summary(Object.fromEntries(known), timezone, present));
      }),
      { numRuns: 300 },
    );
  });

  it('shows as open what was resolved later, and the time to resolve of the resolution that stood then', async () => {
    const of = (type: string, at: string): GivenEvent => ({ type, at, data: { complaintId: 'k1', severity: 'high' } });
    const ada = [
      of('ComplaintLogged', '2026-03-01T08:00Z'),
      of('ComplaintResolved', '2026-03-01T20:00Z'),
      of('ComplaintReopened', '2026-03-05T08:00Z'),
      of('ComplaintResolved', '2026-03-09T08:00Z'),
    ];
    const about = (present: string) => summary({ ada }, 'UTC', present);
    expect(await about('2026-02-28')).toMatchObject({ openNow: { total: 0 }, periods: [] });
    expect(await about('2026-03-04')).toMatchObject({
      openNow: { total: 0 },
      periods: [{ resolved: { high: 1 }, reopened: { high: 0 }, meanHoursToResolve: 12 }],
    });
    expect(await about('2026-03-08')).toMatchObject({ openNow: { high: 1 }, periods: [{ resolved: { high: 1 }, meanHoursToResolve: null }] });
    expect(await about('2026-03-09')).toMatchObject({ openNow: { total: 0 }, periods: [{ resolved: { high: 2 }, meanHoursToResolve: 192 }] });
  });
});
