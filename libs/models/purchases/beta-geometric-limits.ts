import { bothFree, combined, type PairLimit } from '../limits.js';
import { endless } from '../numerics/maximise-along.js';
import type { LikelihoodData } from './grouped-likelihood.js';
import { limitsWith, ratesDiffer } from './rate-limits.js';

/** ln of the value used for a parameter that vanishes while it still divides another. */
const vanishing = Math.log(1e-9);

const nobodyLeaves: PairLimit<LikelihoodData> = { sentence: 'nobody leaves (a vanishes), as in nbd', base: [-Infinity, 0], columns: [], start: () => [] };

/** What remains of the model where nobody leaves. */
export const withoutDropout = combined(ratesDiffer, nobodyLeaves);

/** The limits of BG/NBD and MBG/NBD, and of the models of regular purchases: (a, b) are free, grow together, vanish together, or a vanishes alone. */
export const betaGeometricLimits = limitsWith([
  { sentence: null, base: [0, 0], columns: bothFree, start: () => [0, Math.log(3)] },
  {
    sentence: 'the chance to leave does not differ between customers beyond chance (a and b grow without end)',
    base: [endless, endless],
    columns: [[1, 0]],
    start: () => [Math.log(0.1)],
  },
  {
    sentence: 'a share of customers leaves at the first chance, and the others never do (a and b vanish together)',
    base: [vanishing, vanishing],
    columns: [[1, 0]],
    start: () => [Math.log(0.3)],
  },
  nobodyLeaves,
]);
