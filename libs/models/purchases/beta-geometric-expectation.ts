import { ModelError } from '../model-error.js';

const mostTerms = 2e6; // some 20 ms; reached when a customer is expected to buy hundreds of thousands of times

/**
 * Expected purchases in (T, T+t] of a customer alive at T, whose rate is gamma(shape, age) and whose chance p to leave
 * at a purchase is beta(a, b). Purchase j+1 happens if the customer would have made it and stayed j times:
 *   sum_{j>=0} P(N > j) E[(1-p)^j] = sum_{k>=1} P(N = k) S_k,  S_k = sum_{j<k} (b)_j / (a+b)_j,
 * N negative binomial. This equals the 2F1 form of Fader, Hardie & Lee (2005, eq. 10), but every term is positive, so
 * that nothing cancels: it is exact at a = 1 and for a+b <= 1 as well, where that form divides by zero or takes the
 * logarithm of a negative number (lifetimes issue 302). About 40 (age+t)/age terms.
 *
 * Where a purchase takes several `stages` (see `stagesBehind`), N counts them, `behind` have ended by T, and k of S_k is the
 * whole part of (behind + N) / stages. Platzer & Reutterer (2016) have no closed form of it and approximate; this is exact, too.
 */
export function expectedWhileAlive(a: number, b: number, shape: number, age: number, t: number, stages: number, behind: number): number {
  const z = t / (age + t);
  let term = 1; // P(N = k) up to a constant, which dividing by their sum removes
  let total = 1;
  let expected = 0;
  let staying = 1; // E[(1-p)^made]
  let purchases = 0; // S_made
  let made = 0;
  for (let k = 0, stage = behind; k < mostTerms; k += 1) {
    const ratio = ((shape + k) / (k + 1)) * z;
    term *= ratio;
    stage += 1;
    if (stage === stages) {
      purchases += staying;
      staying *= (b + made) / (a + b + made);
      made += 1;
      stage = 0;
    }
    total += term;
    expected += term * purchases;
    if (!(made === 0 || ratio >= 1 || term * purchases > 1e-17 * expected * (1 - Math.max(ratio, z)))) return expected / total;
    if (term > 1e250) {
      term *= 1e-250;
      total *= 1e-250;
      expected *= 1e-250;
    }
  }
  throw new ModelError('not-finite', `The expectation does not settle for a horizon of ${t} at an age of ${age}.`, 'Ask for a shorter horizon.');
}
