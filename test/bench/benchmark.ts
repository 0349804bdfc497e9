import type { Logs } from './logs.js';

/** One line of the report: ours against the floor that was measured beside it, in the same run. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  /** Medians of the samples. */
  readonly ours: number;
  /** Null where the budget is absolute. */
  readonly floor: number | null;
  /** How well ours does against the floor: above 1 is better than it. Null without a floor. */
  readonly ratio: number | null;
  readonly budget: Budget | null;
  /** What else was seen; for a reader, not for a script. */
  readonly notes: readonly string[];
  readonly samples: { readonly ours: readonly number[]; readonly floor: readonly number[] };
}

export type Budget =
  | { readonly ratioAtLeast: number }
  | { readonly ratioAtMost: number }
  | { readonly oursAtMost: number }
  /** Measured at a smaller size than the budget speaks of. */
  | { readonly extrapolatedAtMost: number; readonly extrapolated: number };

export interface Surroundings {
  /** Temporary, on the disk that is measured. */
  readonly folder: string;
  /** Sizes that take half an hour rather than minutes. */
  readonly large: boolean;
  /** Path of CDNOW_master.txt, or null where there is none. */
  readonly cdnow: string | null;
  readonly logs: Logs;
  /** Where engines that are started leave CPU profiles, or null. */
  readonly profiles: string | null;
  /** Where `distributed-costs` leaves what the simulation of scaling takes. */
  readonly costs: string;
  say(progress: string): void;
}

export interface Benchmark {
  readonly name: string;
  run(surroundings: Surroundings): Promise<Row[]>;
}

/** Null when there is nothing to be within. */
export function isWithin({ budget, ratio, ours }: Row): boolean | null {
  if (budget === null) return null;
  if ('ratioAtLeast' in budget) return ratio !== null && ratio >= budget.ratioAtLeast;
  if ('ratioAtMost' in budget) return ratio !== null && ratio <= budget.ratioAtMost;
  if ('oursAtMost' in budget) return ours <= budget.oursAtMost;
  return budget.extrapolated <= budget.extrapolatedAtMost;
}
