import { describeFit, type Fit, type FitOptions, type FittedData, type Parameters } from '../fit.js';
import { ModelError } from '../model-error.js';
import { type Maximum, maximise } from '../numerics/maximise.js';
import { requireNumber } from '../purchases/purchase-model.js';
import { gammaGammaObjective } from './gamma-gamma-likelihood.js';
import { alikeCustomers, onePrice, type SpendLimit, steadySpend } from './gamma-gamma-limits.js';
import type { SpendGroups } from './spend-groups.js';

const parameterNames = ['p', 'q', 'gamma'] as const;
const shapes = [
  [6, 4],
  [2, 3],
  [1, 1.5],
  [20, 10],
] as const; // p, q of the starts; gamma follows from the mean spend

export interface GammaGammaFit extends Fit {
  /** Correlation of frequency and mean spend over repeat customers, which the model assumes to be 0; doubt it above 0.3. */
  readonly correlation: number | null;
  /** Repeat customers whose repeat days sum to zero or less: a gamma has no such value. */
  readonly leftOut: number;
  /** The share of all repeat spend that comes from the one customer who spent most. */
  readonly largestShare: number;
}

/** Expected spend per purchase, with the weighted mean that it is: weight * ownMean + (1 - weight) * priorMean. */
export interface ExpectedSpend {
  readonly spend: number;
  /** What the model expects from a customer it knows nothing about. */
  readonly priorMean: number;
  readonly ownMean: number;
  /** Weight of the own mean; 0 for a customer without repeat purchase. */
  readonly weight: number;
}

/**
 * Gamma-Gamma, Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value" (note 025), after Colombo & Jiang
 * (1999): spend per purchase varies around each customer's mean, and the means vary between customers. Fitted on
 * repeat customers only. Parameters: p, q, gamma (in money).
 */
export const gammaGamma = {
  name: 'gamma-gamma' as const,
  parameterNames,

  fit(groups: SpendGroups, options: FitOptions = {}): GammaGammaFit {
    const { customers, transactions, averageMean } = totals(groups);
    const data = { model: 'gamma-gamma', parameterNames, customers, transactions, timeUnit: null };
    const known = { correlation: correlation(groups), leftOut: groups.leftOut, largestShare: largestShare(groups) };
    const single = onePrice(groups);
    if (single !== null) return { ...atLimit(data, single), ...known };
    requireRepeats(groups, customers);
    const objective = gammaGammaObjective(groups);
    const starts = shapes.map(([p, q]) => [p, q, (averageMean * (q - 1)) / p]);
    const { start } = options;
    if (start) starts.unshift(parameterNames.map((name) => start[name]!));
    let top: Maximum | null = null;
    for (const from of starts) {
      const found = maximise(objective, Float64Array.from(from, Math.log));
      if (top === null || !(top.value >= found.value - 1e-13)) top = found;
      if (top.converged) break;
    }
    const interior = describeFit(data, top!, null);
    const limit = interior.boundary === null ? null : nearestLimit(groups, top!.value);
    const fit = limit === null ? interior : atLimit(data, limit);
    const { q } = fit.parameters;
    const boundary = hasMean(fit.parameters)
      ? fit.boundary
      : `q = ${q!.toPrecision(4)} is not above 1: mean spend varies so widely that its expectation is infinite.`;
    return { ...fit, boundary, ...known };
  },

  /** Whether the expected spend is finite: q > 1. */
  hasMean,

  /**
   * E(mean spend | x, meanSpend) in the currency of the fit; `meanSpend` is ignored when x = 0, and 0 is a valid mean:
   * p (gamma + x z) / (p x + q - 1) is continuous there. Errors: `mean-undefined` when q <= 1.
   */
  expectedSpend(parameters: Parameters, x: number, meanSpend: number): ExpectedSpend {
    const { p, q, gamma } = parameters as { p: number; q: number; gamma: number };
    if (!(x >= 0) || (x > 0 && !(meanSpend >= 0))) {
      throw new ModelError(
        'invalid-input',
        `Not repeat spend: x ${x}, mean ${meanSpend}.`,
        'Net refunds first, to 0 at least; without repeat purchase give x = 0.',
      );
    }
    if (q <= 1) {
      throw new ModelError(
        'mean-undefined',
        `The mean spend is infinite at q = ${q}.`,
        'Show observed medians instead, or cap extreme purchases before the fit.',
      );
    }
    const priorMean = requireNumber((p * gamma) / (q - 1), parameters);
    const weight = (p * x) / (p * x + q - 1);
    const ownMean = x > 0 ? meanSpend : 0;
    return { spend: weight * ownMean + (1 - weight) * priorMean, priorMean, ownMean, weight };
  },
};

function hasMean(parameters: Parameters): boolean {
  return parameters.q! > 1;
}

/** The higher of the suprema at infinity, if the search found nothing above it. */
function nearestLimit(groups: SpendGroups, reached: number): SpendLimit | null {
  const steady = steadySpend(groups),
    alike = alikeCustomers(groups);
  const higher = steady.value! >= alike.value! ? steady : alike;
  return reached > higher.value! + 1e-9 * (1 + Math.abs(reached)) ? null : higher;
}

function atLimit({ model, customers, transactions, timeUnit }: FittedData, { p, q, gamma, value, free, boundary }: SpendLimit): Fit {
  const logLikelihood = value === null ? null : value * customers;
  return {
    model,
    parameters: { p, q, gamma },
    standardErrors: null,
    logCovariance: null,
    logLikelihood,
    customers,
    transactions,
    timeUnit,
    converged: true,
    boundary,
    iterations: 0,
    gradientNorm: 0,
    aic: logLikelihood === null ? null : 2 * free - 2 * logLikelihood,
    bic: logLikelihood === null ? null : free * Math.log(customers) - 2 * logLikelihood,
  };
}

function totals({ x, mean, weight }: SpendGroups): { customers: number; transactions: number; averageMean: number } {
  let customers = 0,
    transactions = 0,
    means = 0;
  for (let i = 0; i < weight.length; i += 1) {
    if (!(x[i]! > 0 && mean[i]! > 0 && mean[i]! < Infinity && weight[i]! > 0)) {
      throw new ModelError('invalid-input', `Row ${i} is no repeat spend: x ${x[i]}, mean ${mean[i]}, weight ${weight[i]}.`, 'Build the rows with groupSpend.');
    }
    customers += weight[i]!;
    transactions += weight[i]! * x[i]!;
    means += weight[i]! * mean[i]!;
  }
  if (customers <= parameterNames.length) {
    throw new ModelError('too-little-data', `${customers} customers with repeat spend.`, `Take more customers: at least ${parameterNames.length + 1}.`);
  }
  return { customers, transactions, averageMean: means / customers };
}

function largestShare({ x, mean, weight }: SpendGroups): number {
  let most = 0,
    all = 0;
  for (let i = 0; i < weight.length; i += 1) {
    const spent = x[i]! * mean[i]!;
    most = Math.max(most, spent);
    all += weight[i]! * spent;
  }
  return most / all;
}

function requireRepeats({ x }: SpendGroups, customers: number): void {
  if (x.some((each) => each > 1)) return;
  throw new ModelError(
    'too-little-data',
    `${customers} customers with repeat spend, none of them with more than one purchase of it.`,
    'Take more customers: the spread within a customer is seen in those with two repeat purchases or more.',
  );
}

/** Pearson's r of x and mean spend, centred first; null when one of them does not vary. */
function correlation({ x, mean, weight }: SpendGroups): number | null {
  let customers = 0,
    meanX = 0,
    meanZ = 0;
  for (let i = 0; i < weight.length; i += 1) {
    customers += weight[i]!;
    meanX += (weight[i]! / customers) * (x[i]! - meanX);
    meanZ += (weight[i]! / customers) * (mean[i]! - meanZ);
  }
  let xx = 0,
    zz = 0,
    xz = 0;
  for (let i = 0; i < weight.length; i += 1) {
    const dx = x[i]! - meanX,
      dz = mean[i]! - meanZ;
    xx += weight[i]! * dx * dx;
    zz += weight[i]! * dz * dz;
    xz += weight[i]! * dx * dz;
  }
  return xx > 0 && zz > 0 ? xz / Math.sqrt(xx * zz) : null;
}
