import { describeLimit, type Fit, type FittedData } from './fit.js';
import { type Maximum, maximise, type Objective } from './numerics/maximise.js';
import { alongMap, type LinearMap } from './numerics/maximise-along.js';

/** The values of two parameters of a model at a limit. A pair is free where `sentence` is null. `Data`: what starts depend on. */
export interface PairLimit<Data> {
  readonly sentence: string | null;
  /** The logarithms of both where every free parameter is 0. */
  readonly base: readonly [number, number];
  /** How both change with each free parameter. */
  readonly columns: ReadonlyArray<readonly [number, number]>;
  /** Free parameters to start from, in the order of the columns. */
  start(data: Data): readonly number[];
}

/** A limit of a model with two pairs of parameters: a smaller model of its own, to which the search over all parameters diverges. */
export interface Limit<Data> {
  readonly sentence: string;
  readonly map: LinearMap;
  start(data: Data): readonly number[];
}

export const bothFree: PairLimit<unknown>['columns'] = [
  [1, 0],
  [0, 1],
];

/** The combinations of what each of two pairs may do, except that both are free. */
export function limitsOf<Data>(first: readonly PairLimit<Data>[], second: readonly PairLimit<Data>[]): Limit<Data>[] {
  return first.flatMap((one) => second.flatMap((other) => (one.sentence === null && other.sentence === null ? [] : [combined(one, other)])));
}

export function combined<Data>(one: PairLimit<Data>, other: PairLimit<Data>): Limit<Data> {
  const said = [one.sentence, other.sentence].filter((sentence) => sentence !== null);
  return {
    sentence: `The optimum lies at a limit: ${said.join(', and ')}.`,
    map: {
      base: [...one.base, ...other.base],
      columns: [...one.columns.map((column) => [...column, 0, 0]), ...other.columns.map((column) => [0, 0, ...column])],
    },
    start: (data) => [...one.start(data), ...other.start(data)],
  };
}

export function maximiseAt<Data>({ map, start }: Limit<Data>, data: Data, objective: Objective): Maximum {
  return maximise(alongMap(objective, map), Float64Array.from(start(data)));
}

/**
 * The best of the limits by AIC, as a fit of the whole model; null where the search over all parameters reached an optimum that
 * justifies its further parameters. To be called where that search found no curved optimum.
 */
export function fitAtLimit<Data>(limits: readonly Limit<Data>[], described: FittedData, data: Data, objective: Objective, reached: Maximum): Fit | null {
  const aicOf = (value: number, parameters: number): number => 2 * parameters - 2 * value * described.customers;
  let best: { limit: Limit<Data>; maximum: Maximum; aic: number } | null = null;
  for (const limit of limits) {
    const maximum = maximiseAt(limit, data, objective);
    const aic = aicOf(maximum.value, limit.map.columns.length);
    if (maximum.converged && !maximum.atEdge && !(best !== null && best.aic <= aic)) best = { limit, maximum, aic };
  }
  if (best === null || best.aic > aicOf(reached.value, described.parameterNames.length)) return null;
  return describeLimit(described, best.maximum, best.limit.map, best.limit.sentence);
}
