import type { CohortSurvivors } from '@tenure/models';
import { type CurveOrReason, curveOfAll } from '../../retention/projected/curves.js';

const mostKept = 16;
const kept = new Map<string, CurveOrReason>();

/**
 * The curve of all cohorts, as `curveOfAll` fits it. A fit takes a tenth of a second and depends on nothing but how many renewed and left at each
 * age: for one customer after the other it is the same one, and made once.
 */
export function keptCurve(cohorts: readonly CohortSurvivors[]): CurveOrReason {
  const key = countsOf(cohorts);
  const curve = kept.get(key) ?? curveOfAll(cohorts);
  kept.delete(key);
  kept.set(key, curve); // the one used last stands last
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return curve;
}

function countsOf(cohorts: readonly CohortSurvivors[]): string {
  const counts: number[] = [];
  for (const { alive } of cohorts) {
    for (let k = 1; k < alive.length; k += 1) {
      counts[2 * k] = (counts[2 * k] ?? 0) + alive[k]!;
      counts[2 * k + 1] = (counts[2 * k + 1] ?? 0) + alive[k - 1]! - alive[k]!;
    }
  }
  return `${cohorts.reduce((sum, { alive }) => sum + alive[0]!, 0)}:${counts.join(',')}`;
}
