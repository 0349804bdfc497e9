import { gammaDensity } from '../numerics/log-densities.js';
import { negligible, trapezoidNodes } from '../numerics/trapezoid-nodes.js';
import { discountedStay } from './discounted-stay.js';

/**
 * How long a customer alive now stays, discounted, in periods: the mean of `discountedStay` over hazards that are
 * gamma(s, age), by the trapezoid rule in ln(hazard), to some ten digits for any s. For periods without length it
 * tends to age e^z E_s(z) = delta^(s-1) age^s Psi(s, s, z), z = delta age. The residual transactions (DERT) of Fader, Hardie &
 * Lee (2005, "RFM and CLV") are P(alive) times the mean rate times this; their Psi overflows for large s.
 */
export function discountedStayAt(s: number, age: number, periodLength: number, discountRate: number): number {
  if (s === 0) return 1 / discountRate; // nobody leaves: a perpetuity
  const typical = (s / age) * periodLength; // hazard per period
  const flatBelow = Math.log((negligible * Math.min(1, discountRate)) / typical);
  const { at, weight } = trapezoidNodes(0, 1 / Math.sqrt(s), gammaDensity(s), flatBelow);
  return at.reduce((mean, y, i) => mean + weight[i]! * discountedStay(typical * Math.exp(y), discountRate), 0);
}
