import { logBetaRatio } from '../numerics/beta-ratio.js';
import type { Evaluation } from '../numerics/maximise.js';
import type { RenewalCounts } from './cohort-survivors.js';
import { large, type RetentionLimit, sameOddsUntil } from './retention-limits.js';
import { type RetentionModel, retentionModel } from './retention-model.js';

const limits: readonly RetentionLimit[] = [
  {
    sentence: 'Customers do not differ in how likely they leave beyond chance (alpha and beta grow without end): the retention rate is the same at every age.',
    logRetention: sameOddsUntil(Infinity),
    start: [0],
    parameters: (free) => ({ alpha: large, beta: large * Math.exp(-free[0]!) }),
  },
  {
    sentence: 'Customers leave in the first period or never (alpha and beta vanish).',
    logRetention: sameOddsUntil(1),
    start: [0],
    parameters: (free) => ({ alpha: 1 / large, beta: Math.exp(-free[0]!) / large }),
  },
];

/**
 * Shifted-beta-geometric, Fader & Hardie (2007), "How to project customer retention", Journal of Interactive Marketing 21(1):
 * a customer leaves at the end of each period with the same probability, which is beta(alpha, beta) between customers. The
 * retention rate of a cohort rises as those who leave easily have left: r(t) = (beta + t - 1) / (alpha + beta + t - 1).
 */
export const sbg: RetentionModel = retentionModel({
  name: 'sbg',
  parameterNames: ['alpha', 'beta'],
  logRetention: sbgLogRetention,
  logSurvival: ({ alpha, beta }, from, to) => logBetaRatio(alpha!, beta! + from, to - from),
  starts: sbgStarts,
  limits,
});

/** ln r(t) = -ln(1 + alpha / (beta + t - 1)). */
export function sbgLogRetention(theta: Float64Array, t: number, into: Evaluation): void {
  const alpha = Math.exp(theta[0]!),
    beta = Math.exp(theta[1]!),
    stayed = beta + t - 1;
  const shareA = alpha / (alpha + stayed),
    shareB = beta / (alpha + stayed),
    aloneB = beta / stayed;
  into.value = -Math.log1p(alpha / stayed);
  into.gradient.set([-shareA, shareA * aloneB]);
  into.hessian.set([-shareA * (1 - shareA), shareA * shareB, shareA * shareB, shareA * aloneB * (1 - aloneB - shareB)]);
}

/** The overall rate of leaving, with customers who differ more and less. */
export function sbgStarts({ kept, lost }: RenewalCounts): number[][] {
  const left = lost.reduce((sum, count) => sum + count, 0);
  const leaving = left / kept.reduce((sum, count) => sum + count, left);
  return [1, 10, 0.1].map((scale) => [scale * leaving, scale * (1 - leaving)]);
}
