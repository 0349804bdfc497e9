import type { SurvivalCurve } from './kaplan-meier.js';

export interface MedianSurvival {
  readonly time: number;
  /** 95 % interval; `high` is null where the upper limit of the curve stays above one half. */
  readonly low: number;
  readonly high: number | null;
}

/**
 * The first time at which the survival is one half or less, with the times at which the limits of its interval are (Brookmeyer &
 * Crowley 1982, "A confidence interval for the median survival time", Biometrics 38). Null where the curve ends above one half.
 */
export function medianSurvival({ steps }: SurvivalCurve): MedianSurvival | null {
  const median = steps.find(({ survival }) => survival <= half);
  if (median === undefined) return null;
  const low = steps.find(({ lower, survival }) => (lower ?? survival) <= half)!.time; // the lower limit is never above the curve
  const high = steps.find(({ upper }) => upper !== null && upper <= half)?.time ?? null;
  return { time: median.time, low, high };
}

/** A share that is one half but for rounding errors: the product of 3/4 and 2/3. */
const half = 0.5 + 1e-12;
