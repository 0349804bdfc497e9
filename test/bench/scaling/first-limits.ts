import type { MeasuredCosts } from './measured-costs.js';
import { type Plan, planFor } from './plan.js';
import { rebuild } from './rebuild.js';
import type { Servers } from './servers.js';
import { type Size, timesLarger } from './size.js';

type Single = 'log-reads' | 'log' | 'relay' | 'partition';
export type LimitedBy = 'rebuild' | Single;

export interface Limit {
  readonly by: LimitedBy;
  /** As a multiple of the plan's customers and events, in the same time. */
  readonly factor: number;
}

/** A part that cannot be multiplied and is this busy has no room left: bursts already wait. */
const FULL = 0.9;
const STEP = 1.2;
const LARGEST_FACTOR = 64;
/** A rebuild that takes longer is not practical. */
export const REBUILD_DAYS = 7;
const SMALLEST_FACTOR = 1e-4;

/**
 * The first limits as the load rises although everything that can be multiplied is multiplied. Each limit that is reached is lifted, to show the one
 * behind it. Partitions stay as they were chosen for the plan.
 */
export function firstLimits(size: Size, costs: MeasuredCosts, servers: Servers, { deployment }: Plan): Limit[] {
  const limits: Limit[] = [{ by: 'rebuild', factor: rebuildFactor(size, costs, servers, deployment) }];
  const lifted = new Set<string>();
  const single: Single[] = ['log-reads', 'log', 'relay', 'partition'];
  let from = deployment;
  for (let factor = 1; factor <= LARGEST_FACTOR && lifted.size < single.length; factor *= STEP) {
    for (;;) {
      const { deployment: larger, outcome } = planFor(timesLarger(size, factor), costs, servers, { from, samePartitions: true, lifted });
      from = larger;
      const [full] = single.filter((part) => !lifted.has(part) && outcome.utilisation[part] > FULL);
      if (!full) break;
      limits.push({ by: full, factor });
      lifted.add(full);
    }
  }
  return limits.sort((a, b) => a.factor - b.factor);
}

/** The largest share of the plan's events that can be rebuilt in `REBUILD_DAYS`. */
function rebuildFactor(size: Size, costs: MeasuredCosts, servers: Servers, deployment: Plan['deployment']): number {
  const fits = (factor: number) => {
    const smaller = timesLarger(size, factor);
    return rebuild(smaller, costs, servers, deployment).days <= REBUILD_DAYS;
  };
  let [low, high] = [SMALLEST_FACTOR, LARGEST_FACTOR];
  if (!fits(low)) return low;
  while (high / low > 1.05) {
    const middle = Math.sqrt(low * high);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
