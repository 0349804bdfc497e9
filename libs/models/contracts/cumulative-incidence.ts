import { kaplanMeier, type ObservedTime, type SurvivalCurve } from './kaplan-meier.js';

/** How long one customer was observed, and which of several causes ended it; null: none so far, the time is censored. */
export interface CausedTime<Cause extends string> {
  readonly time: number;
  readonly cause: Cause | null;
}

/** The curve of staying, whatever the cause, and for each of its steps the share that has left by each cause. */
export interface CausedCurve<Cause extends string> extends SurvivalCurve {
  readonly incidence: Readonly<Record<Cause, readonly number[]>>;
}

/**
 * Aalen & Johansen (1978), "An empirical transition matrix for non-homogeneous Markov chains based on censored observations",
 * Scandinavian Journal of Statistics 5: the share that has left by a cause, while the other causes take customers, too. At every step
 * the shares and the survival add up to 1; one minus a curve for which other causes are censored would be larger. Errors: those of
 * `kaplanMeier`.
 */
export function cumulativeIncidence<Cause extends string>(observed: ReadonlyArray<CausedTime<Cause>>, causes: readonly Cause[]): CausedCurve<Cause> {
  const curve = kaplanMeier(observed.map(({ time, cause }): ObservedTime => ({ time, event: cause !== null })));
  const place = new Map(curve.steps.map(({ time }, step) => [time, step]));
  const incidence = {} as Record<Cause, number[]>;
  for (const cause of causes) {
    const events = new Float64Array(curve.steps.length);
    for (const one of observed) if (one.cause === cause) events[place.get(one.time)!]! += 1;
    let share = 0;
    incidence[cause] = curve.steps.map(({ atRisk }, step) => {
      const before = step === 0 ? 1 : curve.steps[step - 1]!.survival;
      share += before * (events[step]! / atRisk);
      return share;
    });
  }
  return { ...curve, incidence };
}
