import { bothFree, type Limit, limitsOf, type PairLimit } from '../limits.js';
import { endless } from '../numerics/maximise-along.js';
import { type LikelihoodData, meanRate } from './grouped-likelihood.js';

/** r and alpha without bound at r / alpha = rate: the free parameter is ln rate. */
export const ratesAlike: PairLimit<LikelihoodData> = {
  sentence: 'purchase rates do not differ between customers beyond chance (r and alpha grow without end)',
  base: [endless, endless],
  columns: [[0, -1]],
  start: (data) => [Math.log(meanRate(data))],
};

/** r and alpha are free. */
export const ratesDiffer: PairLimit<LikelihoodData> = {
  sentence: null,
  base: [0, 0],
  columns: bothFree,
  start: (data) => [Math.log(0.7), Math.log(0.7 / meanRate(data))],
};

/** The limits of a model of purchases: (r, alpha) combined with the pair of dropout. */
export const limitsWith = (dropouts: readonly PairLimit<LikelihoodData>[]): Limit<LikelihoodData>[] => limitsOf([ratesDiffer, ratesAlike], dropouts);
