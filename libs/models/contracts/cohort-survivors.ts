import { ModelError } from '../model-error.js';

/** How many customers of one cohort are still there: when they came, after the first period, after the second, ... */
export interface CohortSurvivors {
  readonly alive: readonly number[];
}

/** What the likelihood of a contract needs from all cohorts: how many renewed and how many did not, by the period that ended. */
export interface RenewalCounts {
  /** Entry j: customers who stayed at the end of their period j + 1. */
  readonly kept: Float64Array;
  /** Entry j: customers who left at that time. */
  readonly lost: Float64Array;
  readonly customers: number;
  /** Total over all customers. */
  readonly renewals: number;
}

/**
 * Sums up cohorts, each as far as it is observed: customers of a younger cohort are censored earlier. Errors:
 * `invalid-input` for impossible counts, `too-little-data` where nobody left, nobody stayed, or no cohort is
 * observed for as many periods as there are parameters.
 */
export function renewalCounts(cohorts: readonly CohortSurvivors[], parameterCount: number): RenewalCounts {
  cohorts.forEach(requireSurvivors);
  const periods = cohorts.reduce((most, { alive }) => Math.max(most, alive.length - 1), 0);
  if (periods < parameterCount) {
    throw new ModelError(
      'too-little-data',
      `The oldest cohort is observed for ${periods} of the ${parameterCount} periods that ${parameterCount} parameters need.`,
      'Observe for longer.',
    );
  }
  const kept = new Float64Array(periods),
    lost = new Float64Array(periods);
  let customers = 0;
  for (const { alive } of cohorts) {
    customers += alive[0]!;
    for (let j = 0; j + 1 < alive.length; j += 1) {
      kept[j]! += alive[j + 1]!;
      lost[j]! += alive[j]! - alive[j + 1]!;
    }
  }
  const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0);
  const renewals = sum(kept);
  if (sum(lost) === 0) {
    throw new ModelError('too-little-data', `None of ${customers} customers has left: when they will cannot be learned from them.`, 'Observe for longer.');
  }
  if (renewals === 0) {
    throw new ModelError(
      'too-little-data',
      `All of ${customers} customers left at the end of their first period: how long others stay cannot be learned from them.`,
      'Take shorter periods, or more customers.',
    );
  }
  return { kept, lost, customers, renewals };
}

function requireSurvivors({ alive }: CohortSurvivors, cohort: number): void {
  const possible = alive.length >= 2 && alive.every((count, j) => Number.isSafeInteger(count) && count >= 0 && (j === 0 || count <= alive[j - 1]!));
  if (possible && alive[0]! > 0) return;
  throw new ModelError(
    'invalid-input',
    `Cohort ${cohort} is no count of survivors: ${alive.slice(0, 20).join(', ')}.`,
    'Give whole numbers that never rise: customers at the start, above 0, then those left after each period, one period at least.',
  );
}
