import fc from 'fast-check';
import { arbitraryMoment } from './arbitrary-histories.js';
import type { GivenEvent } from './events.js';

const currency = fc.constantFrom('USD', 'EUR', null);
const fit = fc.integer({ min: 0, max: 6 });

const arbitraryFit = fc
  .record({
    currency,
    converged: fc.constantFrom(true, true, false),
    until: fc.constantFrom('2024-01-31', null, null),
    timeUnit: fc.constantFrom('day', 'week', 'week'),
    population: fc.constantFrom('all', 'all', 'first-purchase=2024-01-01..2024-01-31'),
    customers: fc.integer({ min: 1, max: 900 }),
    // For some fits the mean spend is infinite.
    q: fc.constantFrom(0.5, 4),
  })
  .map(({ q, ...fitted }) => ({
    type: 'ModelFitted',
    data: {
      ...fitted,
      model: fitted.currency === null ? 'mbg-nbd' : 'gamma-gamma',
      timeUnit: fitted.currency === null ? fitted.timeUnit : null,
      parameters: { p: 6, q, gamma: 15 },
      trainedTo: '2024-12-31',
      transactions: 9,
      purchaseDays: 30,
    },
  }));

const arbitraryDecision = fc.oneof(
  { arbitrary: arbitraryFit, weight: 3 },
  { arbitrary: fc.record({ fit, currency, reason: fc.constant(null) }).map((data) => ({ type: 'ModelPromoted', data })), weight: 2 },
  fc.record({ currency, reason: fc.constant(null) }).map((data) => ({ type: 'ModelRetired', data })),
  fc.constant({ type: 'ModelBacktested', data: { auc: 0.7 } }),
);

/** The decisions on a stream of a model, in the order of recording. */
export const arbitraryDecisions: fc.Arbitrary<GivenEvent[]> = fc.array(
  fc.record({ at: arbitraryMoment, decision: arbitraryDecision }).map(({ at, decision }) => ({ at, ...decision })),
  { maxLength: 12 },
);
