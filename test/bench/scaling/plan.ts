import { type Deployment, type Part, smallest } from './deployment.js';
import type { MeasuredCosts } from './measured-costs.js';
import { peakLoad } from './scenario.js';
import type { Servers } from './servers.js';
import { type Outcome, simulate } from './simulate.js';
import type { Size } from './size.js';

export interface Plan {
  readonly deployment: Deployment;
  readonly outcome: Outcome;
}

/** A part that is busier than this at the peak is enlarged. */
const BUSY = 0.6;
const MOST_ROUNDS = 30;

export interface PlanOptions {
  /** A deployment known to be too small, from which the search starts. */
  readonly from?: Deployment;
  /** Keeps the number of partitions, which is chosen once, for ever. */
  readonly samePartitions?: boolean;
  readonly lifted?: ReadonlySet<string>;
}

/** The smallest deployment, found by simulating the peak, in which no part that can be multiplied is too busy. */
export function planFor(
  size: Size,
  costs: MeasuredCosts,
  servers: Servers,
  { from = smallest, samePartitions = false, lifted = new Set() }: PlanOptions = {},
): Plan {
  let deployment = from;
  for (let round = 0; ; round++) {
    const outcome = simulate(peakLoad(size, costs, servers, deployment, lifted));
    const larger = enlarged(deployment, outcome.utilisation, !samePartitions);
    if (round === MOST_ROUNDS || same(larger, deployment)) return { deployment, outcome };
    deployment = larger;
  }
}

/**
 * Partitions are doubled; other parts grow to just the allowed load, and at least by one. Later parts see only what earlier ones let through:
 * this takes some rounds.
 */
function enlarged(deployment: Deployment, utilisation: Outcome['utilisation'], choosePartitions: boolean): Deployment {
  const grown = (count: number, part: Part) => (utilisation[part] <= BUSY ? count : Math.max(count + 1, Math.ceil((count * utilisation[part]) / BUSY)));
  // A projector's round is waiting as well as work: it is full before its process is.
  const projectors = Math.max(grown(deployment.projectors, 'projector'), grown(deployment.projectors, 'partition'));
  const crowded = projectors > deployment.partitions / 2;
  const partitions = choosePartitions && crowded ? 2 * deployment.partitions : deployment.partitions;
  return {
    commandApis: grown(deployment.commandApis, 'command-api'),
    queryApis: grown(deployment.queryApis, 'query-api'),
    projectors: Math.min(projectors, partitions),
    partitions,
    brokerCores: grown(deployment.brokerCores, 'kafka'),
    shardCores: grown(deployment.shardCores, 'mongodb'),
  };
}

function same(a: Deployment, b: Deployment): boolean {
  return (Object.keys(a) as Array<keyof Deployment>).every((name) => a[name] === b[name]);
}
