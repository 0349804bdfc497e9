import { describeLimit, type Fit, type FittedData } from './fit.js';
import { type Maximum, maximise, type Objective } from './maximise.js';
import { alongMap, endless, type LinearMap } from './maximise-along.js';

/** The parameters of one probability at a limit, as logarithms: free where `sentence` is null. */
interface BetaLimit {
  readonly sentence: string | null;
  readonly base: readonly [number, number];
  readonly columns: ReadonlyArray<readonly [number, number]>;
  readonly start: readonly number[];
}

/** A limit of the BG/BB: a model of its own with fewer parameters. */
export interface BgBbLimit {
  readonly sentence: string;
  readonly map: LinearMap;
  readonly start: readonly number[];
}

const differ: BetaLimit = {
  sentence: null,
  base: [0, 0],
  columns: [
    [1, 0],
    [0, 1],
  ],
  start: [0, 0],
};

const takings: readonly BetaLimit[] = [
  differ,
  {
    sentence: 'customers do not differ in how often they take an opportunity beyond chance (alpha and beta grow without end)',
    base: [endless, endless],
    columns: [[0, 1]],
    start: [0],
  },
  {
    sentence: 'customers take every opportunity or none while they are there (alpha and beta vanish)',
    base: [-endless, -endless],
    columns: [[0, 1]],
    start: [0],
  },
];

const nobody: BetaLimit = { sentence: 'nobody leaves (gamma vanishes)', base: [-endless, 0], columns: [], start: [] };

const leavings: readonly BetaLimit[] = [
  differ,
  {
    sentence: 'customers do not differ in how likely they leave beyond chance (gamma and delta grow without end)',
    base: [endless, endless],
    columns: [[0, 1]],
    start: [2],
  },
  { sentence: 'customers leave before the first opportunity or never (gamma and delta vanish)', base: [-endless, -endless], columns: [[0, 1]], start: [1] },
  nobody,
];

export const nobodyLeaves: BgBbLimit = combined(differ, nobody);
export const bgBbLimits: readonly BgBbLimit[] = takings.flatMap((taking) => leavings.map((leaving) => combined(taking, leaving))).slice(1); // the first has no limit

function combined(taking: BetaLimit, leaving: BetaLimit): BgBbLimit {
  const said = [taking.sentence, leaving.sentence].filter((sentence) => sentence !== null);
  return {
    sentence: `The optimum lies at a limit: ${said.join(', and ')}.`,
    map: {
      base: [...taking.base, ...leaving.base],
      columns: [...taking.columns.map((column) => [...column, 0, 0]), ...leaving.columns.map((column) => [0, 0, ...column])],
    },
    start: [...taking.start, ...leaving.start],
  };
}

export function maximiseAtLimit(objective: Objective, { map, start }: BgBbLimit): Maximum {
  return maximise(alongMap(objective, map), Float64Array.from(start));
}

/** The best of the limits by AIC, as a fit of the whole model; null where the optimum that the search `reached` justifies its further parameters. */
export function fitAtBgBbLimit(described: FittedData, objective: Objective, reached: Fit): Fit | null {
  let best: Fit | null = null;
  for (const limit of bgBbLimits) {
    const maximum = maximiseAtLimit(objective, limit);
    if (!maximum.converged || maximum.atEdge) continue;
    const fit = describeLimit(described, maximum, limit.map, limit.sentence);
    if (best === null || fit.aic! < best.aic!) best = fit;
  }
  return best === null || best.aic! > reached.aic! ? null : best;
}
