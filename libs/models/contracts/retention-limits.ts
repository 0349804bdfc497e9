import { describeFit, type Fit, type FittedData, type Parameters } from '../fit.js';
import { maximise } from '../numerics/maximise.js';
import { endless } from '../numerics/maximise-along.js';
import type { RenewalCounts } from './cohort-survivors.js';
import { type LogRetention, retentionObjective } from './retention-likelihood.js';

/** A model towards which the likelihood of a retention model rises without bound: it has fewer parameters. */
export interface RetentionLimit {
  /** A sentence that says what grows or vanishes without bound, and what that means. */
  readonly sentence: string;
  readonly logRetention: LogRetention;
  /** Its free parameters to start from. */
  readonly start: readonly number[];
  /** Finite parameters of the whole model that represent the limit. */
  parameters(free: Float64Array): Parameters;
}

/** Represents infinity, and its inverse zero: retention rates then keep nine digits for a thousand periods. */
export const large = Math.exp(endless);

/** ln r = -ln(1 + e^free), with e^free the odds of leaving, at the end of each period up to `last`; 1 later. */
export function sameOddsUntil(last: number): LogRetention {
  return (free, t, into) => {
    const leaving = t <= last ? Math.exp(free[0]!) : 0;
    const share = leaving / (1 + leaving);
    into.value = -Math.log1p(leaving);
    into.gradient[0] = -share;
    into.hessian[0] = -share * (1 - share);
  };
}

/** The best of the limits by AIC, as a fit of the whole model; null where the search ends at no limit. */
export function fitAtRetentionLimit(limits: readonly RetentionLimit[], described: FittedData, counts: RenewalCounts): Fit | null {
  let best: Fit | null = null;
  for (const { sentence, logRetention, start, parameters } of limits) {
    const parameterNames = start.map((_, i) => `free ${i}`);
    const maximum = maximise(retentionObjective(counts, start.length, logRetention), Float64Array.from(start));
    if (!maximum.converged || maximum.atEdge) continue;
    const fit = describeFit({ ...described, parameterNames }, maximum, null);
    if (best !== null && fit.aic! >= best.aic!) continue;
    const logCovariance = fit.logCovariance && covarianceOf(fit.logCovariance, (free) => Object.values(parameters(free)).map(Math.log), maximum.theta);
    best = { ...fit, parameters: parameters(maximum.theta), standardErrors: null, logCovariance, boundary: sentence };
  }
  return best;
}

/** Of a free parameter, for central differences: the logarithms of parameters are some 28 at most. */
const step = 1e-4;

/** The covariance of functions of the free parameters, by the delta method. */
function covarianceOf(free: readonly (readonly number[])[], functions: (free: Float64Array) => readonly number[], at: Float64Array): number[][] {
  const slopes = free.map((_, i) => {
    const [up, down] = [1, -1].map((sign) => functions(at.map((value, j) => (i === j ? value + sign * step : value)))) as [number[], number[]];
    return up.map((value, k) => (value - down[k]!) / (2 * step));
  });
  const size = slopes[0]!.length;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      free.reduce((sum, row, a) => sum + row.reduce((inner, entry, b) => inner + slopes[a]![i]! * entry * slopes[b]![j]!, 0), 0),
    ),
  );
}
