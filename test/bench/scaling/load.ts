import type { Deployment } from './deployment.js';
import type { MeasuredCosts } from './measured-costs.js';
import type { Servers } from './servers.js';

/** One stretch of time to be simulated. */
export interface Load {
  readonly costs: MeasuredCosts;
  readonly servers: Servers;
  readonly deployment: Deployment;
  /** Commands a second, each of one event, at so many milliseconds from the beginning. */
  readonly commandsPerSecond: (ms: number) => number;
  /** How many wait at the beginning, as when a file is sent. */
  readonly backlog: number;
  readonly bulk: boolean;
  /** Of the customer that a command is about; 0 where command-api has all of them in memory. */
  readonly eventsPerCustomer: number;
  readonly customersInMemory: boolean;
  readonly queriesPerSecond: number;
  readonly seconds: number;
  /** Everything on one machine, with so many cores at such a speed; null when each process has a core and each server machines of its own. */
  readonly sharedMachine: { readonly cores: number; readonly speed: number } | null;
  readonly seed: number;
  /** Parts that are made as large as need be, so that the limits behind them show. */
  readonly lifted: ReadonlySet<string>;
}
