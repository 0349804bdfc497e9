import fc from 'fast-check';
import { decidedFacts } from './decided-facts.js';
import { closed, type GivenEvent, purchase, registered, reopened, returned } from './events.js';
import type { Histories } from './memory-snapshot.js';
import { correctionOf, voidingOf } from './taking-back.js';

const year = 365 * 86_400_000;
const start = Date.UTC(2023, 5, 1);

/** Moments of two years, many of them equal, some to the millisecond and some at midnight. */
export const arbitraryMoment = fc.oneof(
  fc.integer({ min: 0, max: 730 }).map((day) => start + day * 86_400_000),
  fc.integer({ min: 0, max: 2 * year }).map((offset) => start + offset),
  fc.integer({ min: -1, max: 1 }).map((hour) => start + hour * 3_600_000),
);

const few = (...ids: string[]): fc.Arbitrary<string> => fc.constantFrom(...ids);
const maybe = (...values: string[]): fc.Arbitrary<string | undefined> => fc.option(few(...values), { nil: undefined });

/** The same fact, sometimes with a day instead of an instant. */
const arbitraryPrecision = fc.constantFrom<'day' | undefined>(undefined, undefined, 'day');
const DAY = 86_400_000;
const sometimesADay = (facts: fc.Arbitrary<GivenEvent>): fc.Arbitrary<GivenEvent> =>
  fc.tuple(facts, arbitraryPrecision).map(([fact, precision]) => (precision ? { ...fact, at: Math.floor((fact.at as number) / DAY) * DAY, precision } : fact));

const arbitraryPurchase = fc
  .record({
    at: arbitraryMoment,
    orderId: fc.uuid(),
    minor: fc.integer({ min: 1, max: 100_000 }),
    currency: few('USD', 'USD', 'EUR'),
    channel: maybe('web', 'shop'),
    product: maybe('tea', 'cup'),
  })
  .map(({ at, ...more }) => purchase(at, more));

/** As in logs that were written when amounts had no bound. */
const arbitraryLargePurchase = fc
  .record({ at: arbitraryMoment, orderId: fc.uuid(), minor: fc.integer({ min: Number.MAX_SAFE_INTEGER - 9, max: Number.MAX_SAFE_INTEGER }) })
  .map(({ at, ...more }) => purchase(at, more));

const attributes = fc.dictionary(few('region', 'size', '10', 'tier'), fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean()), { maxKeys: 3 });
const changedAttributes = fc.dictionary(few('region', 'size', '10', 'tier'), fc.oneof(fc.string({ maxLength: 3 }), fc.constant(null)), { maxKeys: 3 });

const arbitraryDetails = fc.oneof(
  fc
    .record({ at: arbitraryMoment, attributes, name: few('Ada', 'Bo') })
    .map((one) => registered(one.at, one.attributes, 'person', { name: one.name, note: 'by phone' })),
  fc
    .record({ at: arbitraryMoment, attributes: changedAttributes, name: fc.option(few('Ada', 'Bo')) })
    .map((one): GivenEvent => ({ type: 'CustomerDetailsChanged', at: one.at, data: { attributes: one.attributes }, personal: { name: one.name } })),
  fc.record({ at: arbitraryMoment, reason: few('moved', 'gone') }).chain(({ at, reason }) => fc.constantFrom(closed(at, reason), reopened(at, reason))),
);

const arbitrarySubscription = fc
  .record({
    type: few('SubscriptionStarted', 'SubscriptionChanged', 'SubscriptionRenewed', 'SubscriptionCancelled'),
    at: arbitraryMoment,
    subscriptionId: few('s1', 's2'),
    plan: few('a', 'b'),
    minor: fc.integer({ min: 1, max: 3 }),
    quantity: fc.integer({ min: 1, max: 3 }),
    interval: few('P1M', 'P1M', 'P1Y'),
  })
  .map(
    ({ type, at, subscriptionId, plan, minor, quantity, interval }): GivenEvent => ({
      type,
      at,
      data: { subscriptionId, plan, price: { minor, currency: 'USD' }, interval, quantity, reasonCode: 'pricing' },
    }),
  );

const arbitraryComplaint = fc
  .record({
    type: few('ComplaintLogged', 'ComplaintAcknowledged', 'ComplaintResolved', 'ComplaintReopened'),
    at: arbitraryMoment,
    complaintId: few('k1', 'k2', 'k3'),
    severity: few('low', 'medium', 'high', 'critical'),
    minor: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constant(Number.MAX_SAFE_INTEGER)),
  })
  .map(
    ({ type, at, complaintId, severity, minor }): GivenEvent => ({
      type,
      at,
      data: { complaintId, severity, subject: `too ${severity}`, resolution: `sorry for ${minor}`, reason: 'again', compensation: { minor, currency: 'USD' } },
    }),
  );

const arbitraryVisit = fc
  .record({ at: arbitraryMoment, place: maybe('Rome') })
  .map(({ at, place }): GivenEvent => ({ type: 'VisitRecorded', at, data: { visitId: 'v', place } }));

const arbitrarySatisfaction = fc
  .record({ at: arbitraryMoment, metric: few('nps', 'csat'), score: fc.integer({ min: 0, max: 10 }) })
  .map(({ at, metric, score }): GivenEvent => ({ type: 'SatisfactionRecorded', at, data: { metric, score, min: 0, max: 10 } }));

const arbitraryReturn = fc
  .record({
    at: arbitraryMoment,
    returnId: fc.uuid(),
    orderId: fc.option(fc.uuid()),
    minor: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(Number.MAX_SAFE_INTEGER)),
    product: maybe('lamp', 'chair'),
  })
  .map((one) => returned(one.at, one.returnId, one.orderId, one.minor, one.product));

/** A fact with the events that correct and void it, in their order, and what stands of it in the end. */
export interface FactAndMore {
  readonly recorded: readonly GivenEvent[];
  readonly stands: GivenEvent | null;
}

/** A fact of one kind, sometimes with one or two corrections, or with its voiding, or both. */
const andMore = (kind: fc.Arbitrary<GivenEvent>): fc.Arbitrary<FactAndMore> =>
  fc.tuple(sometimesADay(kind), sometimesADay(kind), sometimesADay(kind), fc.integer({ min: 0, max: 9 })).map(([fact, other, third, choice]): FactAndMore => {
    if (choice > 4) return { recorded: [fact], stands: fact };
    const corrected = choice > 1 ? correctionOf(fact, other) : null;
    const again = corrected && choice > 2 ? correctionOf(corrected.fact, third) : null;
    const recorded = [fact, ...[corrected, again].flatMap((each) => (each ? [each.event] : []))];
    const stands = (again ?? corrected)?.fact ?? fact;
    const voided = choice === 4 ? null : voidingOf(stands);
    return voided ? { recorded: [...recorded, voided], stands: null } : { recorded, stands };
  });

/** Each independent of the others. */
export const arbitraryFactsAndMore = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: andMore(arbitraryPurchase) },
    ...[arbitraryLargePurchase, arbitraryDetails, arbitrarySubscription, arbitraryComplaint, arbitraryVisit, arbitrarySatisfaction, arbitraryReturn].map(
      andMore,
    ),
  ),
  { maxLength: 25 },
);

const independentFacts = arbitraryFactsAndMore.map((facts) => facts.flatMap(({ recorded }) => recorded));

/** Facts about one customer: arbitrary ones, and some that the rules allow. */
export const arbitraryFacts = fc.oneof({ weight: 3, arbitrary: independentFacts }, decidedFacts);

export const arbitraryPurchases = fc.array(arbitraryPurchase, { minLength: 1, maxLength: 8 });

/** A few customers with purchases and a region. */
export const arbitraryCustomers: fc.Arbitrary<Histories> = fc
  .array(fc.tuple(few('north', 'south'), arbitraryPurchases), { minLength: 1, maxLength: 8 })
  .map((customers) => Object.fromEntries(customers.map(([region, purchases], i) => [`c${i}`, [registered(start, { region }), ...purchases]])));

export const arbitraryZone = few('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe');
