import fc from 'fast-check';
import { arbitraryMoment } from './arbitrary-histories.js';
import type { GivenEvent } from './events.js';

const from = fc.constantFrom('2023-06-01', '2024-01-15', '2024-02-01', '2024-02-01', '2024-03-20');
const currency = fc.constantFrom('USD', 'EUR');
const product = fc.constantFrom(null, 'tea', 'cup');
const severity = fc.constantFrom(null, 'high', 'low');
const reason = fc.constant('as the accounts say');
const between0And1 = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

const ofType =
  (type: string) =>
  (data: object): { type: string; data: object } => ({ type, data });

const arbitraryStatement = fc.oneof(
  { arbitrary: fc.record({ from, currency, product, share: between0And1, reason }).map(ofType('MarginStated')), weight: 3 },
  fc.record({ from, rate: between0And1.filter((rate) => rate > 0), reason }).map(ofType('DiscountRateStated')),
  fc.record({ from, horizon: fc.constantFrom('P1Y', 'P90D', 'P3Y', 'infinite'), reason }).map(ofType('HorizonStated')),
  fc
    .record({ from, of: fc.constantFrom('complaint', 'visit', 'acquisition'), minor: fc.integer({ min: 0, max: 9_000 }), currency, severity, reason })
    .map(({ of, minor, currency: code, severity: grade, ...rest }) => ({
      ...rest,
      of,
      severity: of === 'complaint' ? grade : null,
      amount: { minor, currency: code },
    }))
    .map(ofType('CostStated')),
  fc
    .record({ from, term: fc.constantFrom('visit-cost', 'complaint-cost'), currency: fc.constant(null), product: fc.constant(null), reason })
    .map(ofType('TermWithdrawn')),
  fc.record({ from, term: fc.constant('margin'), currency, product, reason }).map(ofType('TermWithdrawn')),
  fc
    .record({ from, term: fc.constantFrom('discount-rate', 'horizon'), currency: fc.constant(null), product: fc.constant(null), reason })
    .map(ofType('TermWithdrawn')),
);

/** What was stated about the lifetime value, in the order of recording: around the days of arbitrary facts. */
export const arbitraryTerms: fc.Arbitrary<GivenEvent[]> = fc.array(
  fc.record({ at: arbitraryMoment, statement: arbitraryStatement }).map(({ at, statement }) => ({ at, ...statement })),
  { maxLength: 8 },
);
