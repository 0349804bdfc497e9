import { bothFree, combined, limitsOf, type PairLimit } from '../limits.js';
import { endless } from '../numerics/maximise-along.js';

/** Starts do not depend on the data. */
type BetaLimit = PairLimit<null>;

const differ: BetaLimit = { sentence: null, base: [0, 0], columns: bothFree, start: () => [0, 0] };

const takings: readonly BetaLimit[] = [
  differ,
  {
    sentence: 'customers do not differ in how often they take an opportunity beyond chance (alpha and beta grow without end)',
    base: [endless, endless],
    columns: [[0, 1]],
    start: () => [0],
  },
  {
    sentence: 'customers take every opportunity or none while they are there (alpha and beta vanish)',
    base: [-endless, -endless],
    columns: [[0, 1]],
    start: () => [0],
  },
];

const nobody: BetaLimit = { sentence: 'nobody leaves (gamma vanishes)', base: [-endless, 0], columns: [], start: () => [] };

const leavings: readonly BetaLimit[] = [
  differ,
  {
    sentence: 'customers do not differ in how likely they leave beyond chance (gamma and delta grow without end)',
    base: [endless, endless],
    columns: [[0, 1]],
    start: () => [2],
  },
  {
    sentence: 'customers leave before the first opportunity or never (gamma and delta vanish)',
    base: [-endless, -endless],
    columns: [[0, 1]],
    start: () => [1],
  },
  nobody,
];

/** The limits of BG/BB: (alpha, beta) combined with (gamma, delta). */
export const bgBbLimits = limitsOf(takings, leavings);
export const nobodyLeaves = combined(differ, nobody);
