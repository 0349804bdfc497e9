import { expectDerivatives } from '../numerics/derivatives.fixture.js';
import { emptyEvaluation } from '../numerics/maximise.js';
import { alikeLogRetention, bdwLogRetention, powerLogRetention } from './bdw-retention.js';
import { renewalCounts } from './cohort-survivors.js';
import { regular } from './retention-cohorts.fixture.js';
import { retentionObjective } from './retention-likelihood.js';
import { sameOddsUntil } from './retention-limits.js';
import { sbgLogRetention } from './sbg.js';

const counts = renewalCounts([{ alive: regular }, { alive: regular.slice(0, 5) }], 2);

describe('the likelihood of retention', () => {
  it.each([
    ['sbg', sbgLogRetention, [-0.4, 0.3]],
    ['sbg, alpha and beta below 1e-3', sbgLogRetention, [-8, -9]],
    ['bdw', bdwLogRetention, [-0.8, -0.3, 0.2]],
    ['bdw, gamma and delta above 10', bdwLogRetention, [3, 3.5, -0.3]],
    ['bdw, gamma and delta large', bdwLogRetention, [12, 12.5, -0.3]],
    ['discrete Weibull', alikeLogRetention, [-1, -0.4]],
    ['power', powerLogRetention, [-1, -0.4]],
    ['geometric', sameOddsUntil(Infinity), [-1]],
  ] as const)('%s: has the gradient and Hessian of its value', (_, logRetention, point) => {
    expectDerivatives(retentionObjective(counts, point.length, logRetention), point);
  });

  it('is that of the survivors: leaving in each period, and staying to the end', () => {
    const at = emptyEvaluation(2);
    retentionObjective(counts, 2, sbgLogRetention)(Float64Array.of(0, 0), at); // alpha = beta = 1: S(t) = 1 / (t + 1)
    const sum = (alive: readonly number[]) =>
      alive.reduce((total, count, t) => total + (t === 0 ? 0 : (alive[t - 1]! - count) * -Math.log(t * (t + 1))), alive.at(-1)! * -Math.log(alive.length));
    expect(at.value * counts.customers).toBeCloseTo(sum(regular) + sum(regular.slice(0, 5)), 8);
  });
});
