import { bothFree } from '../limits.js';
import { endless } from '../numerics/maximise-along.js';
import { meanAge } from './grouped-likelihood.js';
import { limitsWith } from './rate-limits.js';

/** The limits of Pareto/NBD: (s, beta) are free, grow together at s / beta = the rate of leaving, or s vanishes. */
export const paretoNbdLimits = limitsWith([
  { sentence: null, base: [0, 0], columns: bothFree, start: (data) => [0, Math.log(meanAge(data))] },
  {
    sentence: 'dropout rates do not differ between customers beyond chance (s and beta grow without end at the rate s / beta)',
    base: [endless, endless],
    columns: [[0, -1]],
    start: (data) => [-Math.log(meanAge(data))],
  },
  { sentence: 'nobody leaves (s vanishes), as in nbd', base: [-Infinity, 0], columns: [], start: () => [] },
]);
