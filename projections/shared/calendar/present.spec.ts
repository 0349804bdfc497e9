import { BadQuery } from '@tenure/querying';
import fc from 'fast-check';
import { LifecycleParameters } from '../../lifecycle/parameters.js';
import { lifecycleProjection } from '../../lifecycle/projection.js';
import { answerLifecycle } from '../../lifecycle/query.js';
import { RetentionParameters } from '../../retention/parameters.js';
import { retentionProjection } from '../../retention/projection.js';
import { answerRetention } from '../../retention/query.js';
import { asked, type Texts } from '../testing/asked.js';
import { contextOf } from '../testing/context.js';
import { dayOfEvent, zones } from '../testing/days.js';
import { type GivenEvent, purchase, registered } from '../testing/events.js';
import { type Histories, MemorySnapshot } from '../testing/memory-snapshot.js';

const start = Date.UTC(2025, 0, 1);
const day = 86_400_000;
const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** Purchases within a year and a half; occasionally one with a mistyped date. */
const bought: fc.Arbitrary<GivenEvent> = fc
  .record({
    hours: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 3 * 24 }) },
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 500 * 24 }) },
      { weight: 1, arbitrary: fc.constant(174 * 365 * 24) },
    ),
    isDay: fc.boolean(),
    channel: maybe('web', 'shop'),
    product: maybe('lamp', 'chair', 'table'),
  })
  .map(({ hours, isDay, ...what }) => {
    const at = start + hours * 3_600_000;
    return isDay ? { ...purchase(Math.floor(at / day) * day, what), precision: 'day' } : purchase(at, what);
  });

const customers: fc.Arbitrary<Histories> = fc
  .array(fc.array(bought, { maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .map((all) => Object.fromEntries(all.map((facts, i) => [`c${i}`, [registered(start - day, { region: i % 2 === 0 ? 'north' : 'south' }), ...facts]])));

const calendar = { granularity: fc.constantFrom('day', 'week', 'month'), weekStart: fc.constantFrom('monday', 'sunday') };
const lifecycleQuestion = fc.record(calendar);
const retentionQuestion = fc
  .record({
    ...calendar,
    kind: fc.constantFrom('first-time', 'recurring'),
    mode: fc.constantFrom('on', 'on-or-after', 'bracket'),
    window: fc.constantFrom('calendar', 'rolling'),
    by: maybe('channel', 'product', 'region'),
  })
  .map(({ by, ...question }): Texts => (by === undefined ? question : { ...question, by }));

/** The answer, or why there is none. */
const outcome = (answer: Promise<unknown>): Promise<unknown> =>
  answer.catch((error: unknown) => (error instanceof BadQuery ? [error.parameter, error.code] : Promise.reject(error)));

const lifecycle = (histories: Histories, texts: Texts) =>
  outcome(answerLifecycle(contextOf(new MemorySnapshot([lifecycleProjection], histories)), asked(LifecycleParameters, texts)));
const retention = (histories: Histories, texts: Texts) =>
  outcome(answerRetention(contextOf(new MemorySnapshot([retentionProjection], histories)), asked(RetentionParameters, texts)));

describe.each([
  ['lifecycle', lifecycle, lifecycleQuestion],
  ['retention', retention, retentionQuestion],
] as const)('%s about a day', (_name, ask, question) => {
  it('is not changed by any purchase that is dated later, in any time zone, whatever is asked, counted or from kept sums', async () => {
    await fc.assert(
      fc.asyncProperty(
        customers,
        question as fc.Arbitrary<Texts>,
        fc.constantFrom(...zones),
        fc.oneof(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 500 })),
        async (histories, texts, timezone, after) => {
          const last = start / day + after;
          const about = { ...texts, timezone, present: new Date(last * day).toISOString().slice(0, 10) };
          const known = Object.entries(histories).map(
            ([id, facts]) => [id, facts.filter((one) => one.type !== 'PurchaseRecorded' || dayOfEvent(one, timezone) <= last)] as const,
          );
          expect(await ask(histories, about)).toEqual(await ask(Object.fromEntries(known), about));
        },
      ),
      { numRuns: 200 },
    );
  });
});
