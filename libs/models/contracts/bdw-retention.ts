import { digammaRise, logBetaRatio, trigammaRise } from '../numerics/beta-ratio.js';
import { trigamma } from '../numerics/gamma-functions.js';
import type { Evaluation } from '../numerics/maximise.js';
import { sameOddsUntil } from './retention-limits.js';

/**
 * The logarithm of the retention rate of the BdW in (ln gamma, ln delta, ln c), with its derivatives: L(t^c) - L((t-1)^c) with
 * L(v) = ln B(gamma, delta + v), whose derivative is digamma(delta + v) - digamma(gamma + delta + v).
 */
export function bdwLogRetention(theta: Float64Array, t: number, into: Evaluation): void {
  const gamma = Math.exp(theta[0]!),
    delta = Math.exp(theta[1]!),
    c = Math.exp(theta[2]!);
  const before = trialsAt(c, t - 1),
    after = trialsAt(c, t);
  const start = delta + before.trials,
    end = delta + after.trials,
    trials = after.trials - before.trials;

  const byGamma = -digammaRise(gamma + start, trials),
    byDelta = digammaRise(start, trials) + byGamma;
  const slopeBefore = -digammaRise(start, gamma),
    slopeAfter = -digammaRise(end, gamma);
  const byC = slopeAfter * after.slope - slopeBefore * before.slope;

  const byGammaTwice = -trigammaRise(gamma + start, trials),
    byDeltaTwice = trigammaRise(start, trials) + byGammaTwice;
  const byGammaC = trigamma(gamma + start) * before.slope - trigamma(gamma + end) * after.slope;
  const bendBefore = -trigammaRise(start, gamma),
    bendAfter = -trigammaRise(end, gamma);
  const byDeltaC = bendAfter * after.slope - bendBefore * before.slope;
  const byCTwice = bendAfter * after.slope ** 2 - bendBefore * before.slope ** 2 + slopeAfter * after.bend - slopeBefore * before.bend;

  const gammaDelta = gamma * delta * byGammaTwice;
  into.value = logBetaRatio(gamma, start, trials);
  into.gradient.set([gamma * byGamma, delta * byDelta, byC]);
  into.hessian.set([gamma * (gamma * byGammaTwice + byGamma), gammaDelta, gamma * byGammaC]);
  into.hessian.set([gammaDelta, delta * (delta * byDeltaTwice + byDelta), delta * byDeltaC], 3);
  into.hessian.set([gamma * byGammaC, delta * byDeltaC, byCTwice], 6);
}

/** The same for a discrete Weibull that all customers share, in (ln rate, ln c): -rate (t^c - (t-1)^c). */
export function alikeLogRetention(free: Float64Array, t: number, into: Evaluation): void {
  const rate = Math.exp(free[0]!),
    c = Math.exp(free[1]!);
  const before = trialsAt(c, t - 1),
    after = trialsAt(c, t);
  into.value = -rate * (after.trials - before.trials);
  const byC = -rate * (after.slope - before.slope);
  into.gradient.set([into.value, byC]);
  into.hessian.set([into.value, byC, byC, -rate * (after.bend - before.bend)]);
}

/** In (ln odds of leaving in the first period, ln k): customers who stay for it are still there at age t with probability t^-k. */
export function powerLogRetention(free: Float64Array, t: number, into: Evaluation): void {
  into.gradient.fill(0);
  into.hessian.fill(0);
  if (t === 1) {
    sameOddsUntil(1)(free, t, into);
    return;
  }
  into.value = Math.exp(free[1]!) * Math.log1p(-1 / t);
  into.gradient[1] = into.value;
  into.hessian[3] = into.value;
}

/** t^c with its first two derivatives by ln c. */
function trialsAt(c: number, t: number): { trials: number; slope: number; bend: number } {
  if (t === 0) return { trials: 0, slope: 0, bend: 0 };
  const trials = t ** c,
    power = c * Math.log(t);
  return { trials, slope: trials * power, bend: trials * power * (1 + power) };
}
