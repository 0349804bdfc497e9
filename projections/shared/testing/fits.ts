import type { FittedModel } from '@tenure/querying';

function fitOf(model: string, parameters: Record<string, number>, more: Partial<FittedModel> = {}): FittedModel {
  return {
    model,
    parameters,
    standardErrors: null,
    logCovariance: null,
    logLikelihood: -1,
    aic: 10,
    customers: 100,
    transactions: 200,
    timeUnit: 'day',
    trainedTo: '2024-12-31',
    converged: true,
    boundary: null,
    currency: null,
    population: 'all',
    purchaseDays: 300,
    typical: { customers: 40, repeatPurchaseDays: 3, ageDays: 200, silence: 1 },
    fittedAt: '2025-01-01T00:00:00Z',
    position: `fit-of-${model}`,
    ...more,
  };
}

/** Round parameters in days, so that examples can be computed by hand. */
export const bgParameters = fitOf('mbg-nbd', { r: 1, alpha: 10, a: 1, b: 1 });
/** The fit of MBG/NBD to the CDNOW sample, in weeks, with made-up but plausible uncertainty. */
export const weeklyFit = fitOf(
  'mbg-nbd',
  { r: 0.5245, alpha: 6.183, a: 0.891, b: 1.614 },
  {
    timeUnit: 'week',
    logCovariance: [
      [0.003, 0.002, 0, 0],
      [0.002, 0.004, 0, 0],
      [0, 0, 0.04, 0.03],
      [0, 0, 0.03, 0.04],
    ],
  },
);
export const nbdParameters = fitOf('nbd', { r: 0.385, alpha: 12.07 }, { timeUnit: 'week' });
export const spendParameters = fitOf('gamma-gamma', { p: 6, q: 4, gamma: 15 }, { timeUnit: null, currency: 'USD' });
/** The same, with made-up but plausible uncertainty. */
export const uncertainSpend: FittedModel = {
  ...spendParameters,
  logCovariance: [
    [0.03, -0.01, -0.03],
    [-0.01, 0.02, 0.025],
    [-0.03, 0.025, 0.06],
  ],
};
