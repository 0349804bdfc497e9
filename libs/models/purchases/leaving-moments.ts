import { ruleFor, spanThatCounts } from '../numerics/falling-integrand.js';
import type { LeavingData } from './leaving-levels.js';

/** 1, A, a, B, b, and the products AA, Aa, AB, Ab, aa, aB, ab, BB, Bb, bb. */
export const momentCount = 15;

/**
 * For each time t of a level, moments over leaving between t and the level's last time,
 *   K(t) = integral over u of F(u)/F(t) s/(beta+u) m(u) du,  F(u) = (1+u/alpha)^-shape (1+u/beta)^-s,
 * of the functions m that appear in the derivatives of the likelihood: 1, A = ln(1+u/alpha), a = u/(alpha+u), the same for
 * beta, B and b, and their products. They are accumulated from the last time down, by quadrature from each time to the
 * next, so that the work grows with the different times of a level and not with its rows. Over leaving between tx and T
 * they are then K(tx) - F(T)/F(tx) K(T), which is exact to the last digit for m = 1, since F falls.
 */
export function addUpMoments(data: LeavingData, times: Int32Array, shape: number, alpha: number, s: number, beta: number, into: Float64Array): void {
  const last = times.length - 1;
  into.fill(0, last * momentCount, (last + 1) * momentCount);
  for (let k = last - 1; k >= 0; k -= 1) {
    const to = k * momentCount;
    const from = times[k]!,
      next = times[k + 1]!;
    const kept = Math.exp(-shape * (data.growth[next]! - data.growth[from]!) - s * (data.leavingGrowth[next]! - data.leavingGrowth[from]!));
    for (let m = 0; m < momentCount; m += 1) into[to + m] = kept * into[to + momentCount + m]!;
    addStep(data, from, data.times[next]! - data.times[from]!, shape, alpha, s, beta, into, to);
  }
}

/** From one time to the next, v later: in w = ln(1 + v/m), m the smaller of alpha + t and beta + t, as in `endsFirst`. */
function addStep(data: LeavingData, from: number, span: number, shape: number, alpha: number, s: number, beta: number, into: Float64Array, to: number): void {
  const t = data.times[from]!;
  const age = alpha + t;
  const leavingAge = beta + t;
  const near = Math.min(age, leavingAge);
  const counts = spanThatCounts(shape, age, s, leavingAge, span);
  const length = Math.log1p(counts / near);
  const { at, weight } = ruleFor(shape * Math.log1p(counts / age) + s * Math.log1p(counts / leavingAge), length);
  for (let i = 0; i < at.length; i += 1) {
    const w = length * at[i]!;
    const v = near * Math.expm1(w);
    const grown = age === near ? w : Math.log1p(v / age);
    const leavingGrown = age === near ? Math.log1p(v / leavingAge) : w;
    const density = (weight[i]! * length * (near + v) * s * Math.exp(-shape * grown - s * leavingGrown)) / (leavingAge + v);
    const A = data.growth[from]! + grown;
    const a = (t + v) / (age + v);
    const B = data.leavingGrowth[from]! + leavingGrown;
    const b = (t + v) / (leavingAge + v);
    into[to]! += density;
    into[to + 1]! += density * A;
    into[to + 2]! += density * a;
    into[to + 3]! += density * B;
    into[to + 4]! += density * b;
    into[to + 5]! += density * A * A;
    into[to + 6]! += density * A * a;
    into[to + 7]! += density * A * B;
    into[to + 8]! += density * A * b;
    into[to + 9]! += density * a * a;
    into[to + 10]! += density * a * B;
    into[to + 11]! += density * a * b;
    into[to + 12]! += density * B * B;
    into[to + 13]! += density * B * b;
    into[to + 14]! += density * b * b;
  }
}
