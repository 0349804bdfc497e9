import { ModelError } from './model-error.js';
import { invertPositiveDefinite } from './numerics/cholesky.js';
import type { Maximum } from './numerics/maximise.js';
import { type LinearMap, placeOn } from './numerics/maximise-along.js';
import type { TimeUnit } from './purchases/statistics.js';

/** Parameters by name, in the unit of the fit. All are positive, except those that vanish at a limit (see `Fit.boundary`). */
export type Parameters = Readonly<Record<string, number>>;

export interface FitOptions {
  /** Parameters to start from, normally those of the last fit of the same data in the same unit. */
  readonly start?: Parameters;
}

/** A maximum-likelihood fit, with what is needed to judge it. Plain data: it can be stored and sent as JSON. */
export interface Fit {
  readonly model: string;
  readonly parameters: Parameters;
  /** Natural scale, by the delta method. Null at a boundary or limit and without convergence, where they would mean nothing. */
  readonly standardErrors: Readonly<Record<string, number>> | null;
  /**
   * Covariance of the log-parameters, in the order of `parameters`. A 95 % interval is p * exp(+-1.96 sqrt(c_ii)). At a limit
   * it is that of the free parameters, 0 for those without bound.
   */
  readonly logCovariance: readonly (readonly number[])[] | null;
  /** Null where it has no bound (see `boundary`). */
  readonly logLikelihood: number | null;
  readonly customers: number;
  /** Repeat transactions. */
  readonly transactions: number;
  readonly timeUnit: TimeUnit | null;
  readonly converged: boolean;
  /** A sentence that says why the optimum is not an ordinary one; null when it is. */
  readonly boundary: string | null;
  readonly iterations: number;
  /** Largest derivative of the mean log-likelihood by a log-parameter, at the optimum. */
  readonly gradientNorm: number;
  /** 2 k - 2 ln L, Akaike (1974), with k the free parameters: fewer at a limit. */
  readonly aic: number | null;
  /** k ln(customers) - 2 ln L, Schwarz (1978). */
  readonly bic: number | null;
}

export interface FittedData {
  readonly model: string;
  readonly parameterNames: readonly string[];
  readonly customers: number;
  readonly transactions: number;
  readonly timeUnit: TimeUnit | null;
}

const flattest = 1e-6;

/**
 * Turns an optimum into a fit. `boundary`: why the model knows it not to be an ordinary optimum, or null. Errors: `not-finite`
 * when no start had a finite likelihood.
 */
export function describeFit(data: FittedData, maximum: Maximum, boundary: string | null): Fit {
  const { parameterNames, customers } = data;
  const size = parameterNames.length;
  if (!Number.isFinite(maximum.value)) {
    throw new ModelError(
      'not-finite',
      `The likelihood of ${data.model} is not a number from any start.`,
      'Look for extreme values in the data: times and money must be finite and of ordinary size.',
    );
  }
  const covariance = boundary === null && maximum.converged && !maximum.atEdge ? logCovariance(maximum, customers) : null;
  const logLikelihood = maximum.value * customers;
  const named = (value: (i: number) => number): Record<string, number> => Object.fromEntries(parameterNames.map((name, i) => [name, value(i)]));
  return {
    model: data.model,
    parameters: named((i) => Math.exp(maximum.theta[i]!)),
    standardErrors: covariance && named((i) => Math.exp(maximum.theta[i]!) * Math.sqrt(covariance[i]![i]!)),
    logCovariance: covariance,
    logLikelihood,
    customers,
    transactions: data.transactions,
    timeUnit: data.timeUnit,
    converged: maximum.converged,
    boundary: boundary ?? (covariance === null ? flatSurface(parameterNames, maximum) : null),
    iterations: maximum.iterations,
    gradientNorm: maximum.gradientNorm,
    aic: 2 * size - 2 * logLikelihood,
    bic: size * Math.log(customers) - 2 * logLikelihood,
  };
}

/** Turns the optimum of a limit, a model with fewer parameters, into a fit of the whole model. `boundary`: which limit it is. */
export function describeLimit(data: FittedData, maximum: Maximum, map: LinearMap, boundary: string): Fit {
  const limit = describeFit({ ...data, parameterNames: map.columns.map((_, i) => `free ${i}`) }, maximum, null);
  const theta = placeOn(map, maximum.theta);
  const free = limit.logCovariance;
  const covariance = free && map.base.map((_, i) => map.base.map((_, j) => sumOver(map, (a, b) => map.columns[a]![i]! * free[a]![b]! * map.columns[b]![j]!)));
  return {
    ...limit,
    parameters: Object.fromEntries(data.parameterNames.map((name, i) => [name, Math.exp(theta[i]!)])),
    standardErrors: null,
    logCovariance: covariance,
    boundary,
  };
}

function sumOver({ columns }: LinearMap, term: (a: number, b: number) => number): number {
  let sum = 0;
  columns.forEach((_, a) => {
    columns.forEach((_, b) => {
      sum += term(a, b);
    });
  });
  return sum;
}

/**
 * Inverse information of the log-parameters, or null when the surface is flat in some direction: the reciprocal of
 * its condition number (Frobenius norms: the ratio of extreme eigenvalues up to a factor of the size) below 1e-6.
 */
export function logCovariance(maximum: Maximum, customers: number): number[][] | null {
  const size = maximum.theta.length;
  const information = maximum.hessian.map((entry) => -entry * customers);
  const inverse = invertPositiveDefinite(information, size);
  if (inverse === null || !(1 / (norm(information) * norm(inverse)) >= flattest)) return null;
  return Array.from({ length: size }, (_, i) => Array.from(inverse.subarray(i * size, (i + 1) * size)));
}

const norm = (matrix: Float64Array): number => Math.sqrt(matrix.reduce((sum, entry) => sum + entry * entry, 0));

function flatSurface(names: readonly string[], maximum: Maximum): string {
  const values = names.map((name, i) => `${name} = ${Math.exp(maximum.theta[i]!).toPrecision(3)}`).join(', ');
  return maximum.converged || maximum.atEdge
    ? `The likelihood is flat around ${values}: the data do not say where its maximum is.`
    : `The search ended before the gradient vanished, at ${values}.`;
}
