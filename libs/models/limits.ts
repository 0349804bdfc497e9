import { describeLimit, type Fit, type FittedData } from './fit.js';
import { type LikelihoodData, meanRate } from './grouped-likelihood.js';
import { type Maximum, maximise, type Objective } from './maximise.js';
import { alongMap, endless, type LinearMap } from './maximise-along.js';

/** The values of two parameters of a model at a limit. A pair is free where `sentence` is null. */
export interface PairLimit {
  readonly sentence: string | null;
  /** The logarithms of both where every free parameter is 0. */
  readonly base: readonly [number, number];
  /** How both change with each free parameter. */
  readonly columns: ReadonlyArray<readonly [number, number]>;
  /** Free parameters to start from, in the order of the columns. */
  start(data: LikelihoodData): number[];
}

/** A limit of a model with two pairs of parameters: a smaller model of its own, to which the search over all parameters diverges. */
export interface Limit {
  readonly sentence: string;
  readonly map: LinearMap;
  start(data: LikelihoodData): number[];
}

export const bothFree: PairLimit['columns'] = [
  [1, 0],
  [0, 1],
];

/** r and alpha without bound at r / alpha = rate: the free parameter is ln rate. */
export const ratesAlike: PairLimit = {
  sentence: 'purchase rates do not differ between customers beyond chance (r and alpha grow without end)',
  base: [endless, endless],
  columns: [[0, -1]],
  start: (data) => [Math.log(meanRate(data))],
};

export const ratesDiffer: PairLimit = {
  sentence: null,
  base: [0, 0],
  columns: bothFree,
  start: (data) => [Math.log(0.7), Math.log(0.7 / meanRate(data))],
};

/** The combinations of (r, alpha) with the pair of dropout. */
export function limitsWith(dropouts: readonly PairLimit[]): Limit[] {
  const pairs = [ratesDiffer, ratesAlike].flatMap((rates) => dropouts.map((dropout) => [rates, dropout] as const));
  return pairs.flatMap(([rates, dropout]) => {
    const said = [rates.sentence, dropout.sentence].filter((sentence) => sentence !== null);
    if (said.length === 0) return [];
    const columns = [...rates.columns.map((column) => [...column, 0, 0]), ...dropout.columns.map((column) => [0, 0, ...column])];
    return [
      {
        sentence: `The optimum lies at a limit: ${said.join(', and ')}.`,
        map: { base: [...rates.base, ...dropout.base], columns },
        start: (data: LikelihoodData) => [...rates.start(data), ...dropout.start(data)],
      },
    ];
  });
}

/**
 * The best of the limits by AIC, as a fit of the whole model; null where the search over all parameters reached an optimum that
 * justifies its further parameters. To be called where that search found no curved optimum.
 */
export function fitAtLimit(limits: readonly Limit[], described: FittedData, data: LikelihoodData, objective: Objective, reached: Maximum): Fit | null {
  const aicOf = (value: number, parameters: number): number => 2 * parameters - 2 * value * data.customers;
  let best: { limit: Limit; maximum: Maximum; aic: number } | null = null;
  for (const limit of limits) {
    const maximum = maximise(alongMap(objective, limit.map), Float64Array.from(limit.start(data)));
    const aic = aicOf(maximum.value, limit.map.columns.length);
    if (maximum.converged && !maximum.atEdge && !(best !== null && best.aic <= aic)) best = { limit, maximum, aic };
  }
  if (best === null || best.aic > aicOf(reached.value, described.parameterNames.length)) return null;
  return describeLimit(described, best.maximum, best.limit.map, best.limit.sentence);
}
