import { type Maximum, maximise, type Objective } from './maximise.js';

/**
 * The highest of the maxima found from several starts (natural scale), tried in order until one is `enough`. Among equally
 * high ones a converged one is preferred.
 */
export function bestOfStarts(objective: Objective, starts: ReadonlyArray<readonly number[]>, enough: (found: Maximum) => boolean): Maximum {
  let top: Maximum | null = null;
  for (const from of starts) {
    const found = maximise(objective, Float64Array.from(from, Math.log));
    const better = top === null || !(top.value >= found.value - 1e-13);
    if (better || (found.converged && !top!.converged && found.value >= top!.value - 1e-9)) top = found;
    if (top!.converged && enough(top!)) break;
  }
  return top!;
}
