import type { Deployment } from './deployment.js';
import type { MeasuredCosts } from './measured-costs.js';
import type { Servers } from './servers.js';
import { averagePerSecond, eventsPerCustomer, type Size } from './size.js';

export interface Rebuild {
  /** Until the new views have caught up with the live ones; infinite if the log grows faster than they follow. */
  readonly days: number;
  readonly slowest: 'projector' | 'log-reads' | 'mongodb';
}

/** Events of the log that a process reads at a time (`fed-partition.ts`); each of its partitions commits its own. */
const STEP_EVENTS = 2_000;
/** The share of a part that a rebuild may use beside its daily work. */
const SPARE = 0.6;
const STEP_SECONDS = 3_600;
const LONGEST_YEARS = 100;

/**
 * All read models from the log, beside the live ones. Every projector reads the whole log once for all of its partitions, each of which folds its own
 * share, so one event of the log costs `projectors` reads. In steps of an hour, while the log keeps growing.
 */
export function rebuild(size: Size, costs: MeasuredCosts, servers: Servers, deployment: Deployment): Rebuild {
  const rates = ratesOf(size, costs, servers, deployment);
  const slowest = (Object.keys(rates) as Array<Rebuild['slowest']>).reduce((least, each) => (rates[each] < rates[least] ? each : least));
  const step = rates[slowest] * STEP_SECONDS;
  const grown = averagePerSecond(size) * STEP_SECONDS;
  let [read, log, hours] = [0, size.events, 0];
  while (read < log) {
    if (hours > LONGEST_YEARS * 365 * 24) return { days: Number.POSITIVE_INFINITY, slowest };
    read += step;
    log += grown;
    hours += 1;
  }
  return { days: hours / 24, slowest };
}

/** Events of the log a second that each part could process for all partitions. */
function ratesOf(size: Size, { projector }: MeasuredCosts, servers: Servers, deployment: Deployment): Record<Rebuild['slowest'], number> {
  const { partitions, projectors, shardCores } = deployment;
  // Customers grow while they are folded: on average they have half of their events.
  const held = eventsPerCustomer(size) / 2;
  const stepsPerEvent = partitions / STEP_EVENTS;
  const folding = projectors * projector.readEvent + projector.commit.each + projector.heldEvent * held + projector.commit.fixed * stepsPerEvent;
  const writing = servers.mongoDb.commit.each + servers.mongoDb.heldEvent * held + servers.mongoDb.commit.fixed * stepsPerEvent;
  const perSecond = (cores: number, us: number) => (SPARE * cores * 1e6) / us;
  return {
    projector: perSecond(projectors, folding),
    'log-reads': perSecond(servers.log.readers, projectors * servers.log.readEvent),
    mongodb: perSecond(shardCores, writing),
  };
}
