import type { Fit, Parameters } from './fit.js';
import { ModelError } from './model-error.js';
import { semidefiniteFactor } from './numerics/cholesky.js';
import { mostCoordinates, normalPoints } from './numerics/normal-points.js';

/** How many sets of parameters an interval is computed from. */
export const parameterDrawCount = 256;

const step = 1.5; // standard deviations: the middle of what draws reach

/**
 * Sets of parameters that are spread as the data of a fit leave them uncertain: normal in their logarithms around the fit, with
 * its covariance (a parametric bootstrap, Efron & Tibshirani 1993, chapter 6.5). The sets are the same every time.
 */
export class ParameterDraws {
  readonly parameters: readonly Parameters[];
  readonly #points: readonly Float64Array[];
  readonly #axes: ReadonlyArray<{ readonly place: number; readonly up: Parameters; readonly down: Parameters }>;

  private constructor(
    private readonly fitted: Parameters,
    names: readonly string[],
    factor: Float64Array,
    first: number,
  ) {
    const size = names.length;
    const moved = (by: (row: number) => number): Parameters => Object.fromEntries(names.map((name, row) => [name, fitted[name]! * Math.exp(by(row))]));
    const entry = (row: number, place: number): number => factor[row * size + place]!;
    this.#points = normalPoints(parameterDrawCount, size, first);
    this.parameters = this.#points.map((point) => moved((row) => point.reduce((sum, each, place) => sum + entry(row, place) * each, 0)));
    this.#axes = names.flatMap((_, place) =>
      names.some((__, row) => entry(row, place) !== 0)
        ? [{ place, up: moved((row) => step * entry(row, place)), down: moved((row) => -step * entry(row, place)) }]
        : [],
    );
  }

  /**
   * Null for a fit without a covariance (see `Fit.boundary`).
   * @param names the parameters, in the order of the covariance; four at most
   * @param half draws of two fits with different halves are independent
   */
  static of({ parameters, logCovariance }: Pick<Fit, 'parameters' | 'logCovariance'>, names: readonly string[], half: 0 | 1): ParameterDraws | null {
    if (logCovariance === null) return null;
    const factor = semidefiniteFactor(Float64Array.from(logCovariance.flat()), names.length);
    return new ParameterDraws(parameters, names, factor, (half * mostCoordinates) / 2);
  }

  /**
   * A positive function of the parameters at every draw, as multiples of what it is at the fit. It is evaluated at the fit and
   * twice along each axis of the covariance; its logarithm is taken to be quadratic in between. Error: `not-finite` where the
   * function is 0 or without bound at one of these.
   */
  smooth(of: (parameters: Parameters) => number): Float64Array {
    const log = (parameters: Parameters): number => finiteLog(of(parameters), parameters);
    const centre = log(this.fitted);
    const bends = this.#axes.map(({ place, up, down }) => {
      const above = log(up) - centre;
      const below = log(down) - centre;
      return { place, slope: (above - below) / (2 * step), curve: (above + below) / (2 * step * step) };
    });
    return Float64Array.from(this.#points, (point) => {
      let exponent = 0;
      for (const { place, slope, curve } of bends) exponent += (slope + curve * point[place]!) * point[place]!;
      return Math.exp(exponent);
    });
  }
}

function finiteLog(value: number, parameters: Parameters): number {
  const log = Math.log(value);
  if (Number.isFinite(log)) return log;
  throw new ModelError(
    'not-finite',
    `What is computed at the parameters ${JSON.stringify(parameters)} is ${value}.`,
    'The fit leaves its parameters too uncertain for an interval: fit it on more purchases.',
  );
}

/** The 2.5 and the 97.5 percentile of some numbers, with linear interpolation between two of them; Infinity is one of the numbers. */
export function middle95(values: Float64Array): { readonly low: number; readonly high: number } {
  const sorted = values.slice().sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    const above = sorted[Math.ceil(place)]!;
    return below === above ? below : below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(0.025), high: at(0.975) };
}
