import type { Logs } from './logs.js';

/** One line of the report: our figure against the floor measured beside it, in the same run. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  /** Medians of the samples. */
  readonly ours: number;
  /** Null for an absolute budget. */
  readonly floor: number | null;
  /** Our figure in relation to the floor: above 1 is better. Null without a floor. */
  readonly ratio: number | null;
  readonly budget: Budget | null;
  /** Further observations, for a reader instead of a script. */
  readonly notes: readonly string[];
  readonly samples: { readonly ours: readonly number[]; readonly floor: readonly number[] };
}

export type Budget =
  | { readonly ratioAtLeast: number }
  | { readonly ratioAtMost: number }
  | { readonly oursAtMost: number }
  /** Measured at a smaller size than the budget is for. */
  | { readonly extrapolatedAtMost: number; readonly extrapolated: number };

export interface Surroundings {
  /** A temporary folder on the disk under test. */
  readonly folder: string;
  /** Run sizes that take half an hour rather than minutes. */
  readonly large: boolean;
  /** Path of CDNOW_master.txt, or null if it is missing. */
  readonly cdnow: string | null;
  readonly logs: Logs;
  /** Where started engines leave CPU profiles, or null. */
  readonly profiles: string | null;
  /** Where `distributed-costs` leaves the input of the scaling simulation. */
  readonly costs: string;
  say(progress: string): void;
}

export interface Benchmark {
  readonly name: string;
  run(surroundings: Surroundings): Promise<Row[]>;
}

/** Null without a budget. */
export function isWithin({ budget, ratio, ours }: Row): boolean | null {
  if (budget === null) return null;
  if ('ratioAtLeast' in budget) return ratio !== null && ratio >= budget.ratioAtLeast;
  if ('ratioAtMost' in budget) return ratio !== null && ratio <= budget.ratioAtMost;
  if ('oursAtMost' in budget) return ours <= budget.oursAtMost;
  return budget.extrapolated <= budget.extrapolatedAtMost;
}
