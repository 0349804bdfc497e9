import { type LikelihoodData, meanAge } from './grouped-likelihood.js';
import { emptyEvaluation, type Maximum, maximise, type Objective } from './maximise.js';

/** A supremum of the Pareto/NBD likelihood at infinity, as finite parameters that stand for it. */
export interface ParetoLimit {
  readonly maximum: Maximum;
  /** What grows without end and why, in a sentence. */
  readonly boundary: string;
}

/** Stands for infinity, in mean ages of a customer. */
const infinite = 1e12;
const alphaAt = 1,
  betaAt = 3;

/** Those with fewer parameters first. `chance`: the 95 % point of chi-square, a degree of freedom for each one held. */
const limits = [
  {
    held: [alphaAt, betaAt],
    chance: 5.99,
    boundary: 'Neither purchase rates nor dropout rates differ between customers beyond chance (r, alpha, s and beta grow without end).',
  },
  {
    held: [betaAt],
    chance: 3.84,
    boundary: 'Dropout rates do not differ between customers beyond chance (s and beta grow without end): customers leave at the rate s / beta.',
  },
  {
    held: [alphaAt],
    chance: 3.84,
    boundary: 'Purchase rates do not differ between customers beyond chance (r and alpha grow without end): customers buy at the rate r / alpha.',
  },
];

/**
 * The limit that a search towards infinity stands for: one above which it came by no more than chance. Of several the
 * one with the fewest parameters, then the highest. Null where there is none: the search ended for another reason.
 */
export function nearestLimit(data: LikelihoodData, objective: Objective, reached: Maximum): ParetoLimit | null {
  const age = meanAge(data);
  const rate = data.transactions / data.customers / age;
  let nearest: (ParetoLimit & { readonly free: number }) | null = null;
  for (const { held, chance, boundary } of limits) {
    const alpha = held.includes(alphaAt) ? infinite * age : 0.5 / rate;
    const beta = held.includes(betaAt) ? infinite * age : age;
    const start = Float64Array.of(alpha * rate, alpha, beta / age, beta).map(Math.log);
    const maximum = maximiseHeld(objective, start, held);
    if (!maximum.converged || 2 * data.customers * (reached.value - maximum.value) > chance) continue;
    const free = start.length - held.length;
    if (nearest === null || (free === nearest.free && maximum.value > nearest.maximum.value)) nearest = { maximum, boundary, free };
  }
  return nearest;
}

/** The maximum over the parameters that are not held. Its Hessian is theirs. */
function maximiseHeld(objective: Objective, start: Float64Array, held: readonly number[]): Maximum {
  const free = [0, 1, 2, 3].filter((p) => !held.includes(p));
  const whole = emptyEvaluation(4);
  const at = (theta: Float64Array): Float64Array => start.map((value, p) => (held.includes(p) ? value : theta[free.indexOf(p)]!));
  const maximum = maximise(
    (theta, into) => {
      objective(at(theta), whole);
      into.value = whole.value;
      into.gradient.set(free.map((p) => whole.gradient[p]!));
      into.hessian.set(free.flatMap((p) => free.map((q) => whole.hessian[4 * p + q]!)));
    },
    Float64Array.from(free, (p) => start[p]!),
  );
  return { ...maximum, theta: at(maximum.theta) };
}
