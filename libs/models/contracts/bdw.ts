import { logBetaRatio } from '../numerics/beta-ratio.js';
import { alikeLogRetention, bdwLogRetention, powerLogRetention } from './bdw-retention.js';
import { large, type RetentionLimit, sameOddsUntil } from './retention-limits.js';
import { type RetentionModel, retentionModel } from './retention-model.js';
import { sbgStarts } from './sbg.js';

const limits: readonly RetentionLimit[] = [
  {
    sentence:
      'Customers do not differ in how likely they leave beyond chance (gamma and delta grow without end): only age makes retention rise (c below 1) or fall (above 1).',
    logRetention: alikeLogRetention,
    start: [Math.log(0.5), 0],
    parameters: (free) => ({ gamma: large * Math.expm1(Math.exp(free[0]!)), delta: large, c: Math.exp(free[1]!) }),
  },
  {
    sentence: 'Survival falls as a power of age after the first period (gamma and delta vanish as c grows): S(t) = S(1) t^-k with k = c gamma.',
    logRetention: powerLogRetention,
    start: [0, 0],
    parameters: (free) => ({ gamma: 1 / large, delta: Math.exp(-free[0]!) / large, c: large * Math.exp(free[1]!) }),
  },
  {
    sentence: 'Customers leave in the first period or never (gamma and delta vanish; c can be anything).',
    logRetention: sameOddsUntil(1),
    start: [0],
    parameters: (free) => ({ gamma: 1 / large, delta: Math.exp(-free[0]!) / large, c: 1 }),
  },
];

/**
 * Beta-discrete-Weibull, Fader, Hardie, Liu, Davin & Steenburgh (2018), "How to Project Customer Retention" Revisited: The Role
 * of Duration Dependence, Journal of Interactive Marketing 43: a customer is still there after t periods with probability
 * (1 - theta)^(t^c), theta beta(gamma, delta) between customers, so that S(t) = B(gamma, delta + t^c) / B(gamma, delta). Above
 * c = 1 a customer becomes more likely to leave with age, below it less; at c = 1 it is the sBG with alpha = gamma, beta = delta.
 */
export const bdw: RetentionModel = retentionModel({
  name: 'bdw',
  parameterNames: ['gamma', 'delta', 'c'],
  logRetention: bdwLogRetention,
  logSurvival: ({ gamma, delta, c }, from, to) => logSurvival(gamma!, delta!, c!, from, to),
  starts: (counts) => sbgStarts(counts).flatMap((shape) => [1, 2, 0.5].map((c) => [...shape, c])),
  limits,
});

const mostTrials = 1e100;

/** Where t^c is too large for a double, B(gamma, delta + t^c) is Gamma(gamma) t^(-c gamma) to the last digit. */
function logSurvival(gamma: number, delta: number, c: number, from: number, to: number): number {
  const trials = (t: number): number => Math.min(t ** c, mostTrials);
  const beyond = (t: number): number => (t === 0 ? 0 : Math.max(0, c * Math.log(t) - Math.log(mostTrials)));
  return logBetaRatio(gamma, delta + trials(from), trials(to) - trials(from)) - gamma * (beyond(to) - beyond(from));
}
