import type { Deployment } from './deployment.js';
import type { MeasuredCosts } from './measured-costs.js';
import type { Servers } from './servers.js';

/** One period to be simulated. */
export interface Load {
  readonly costs: MeasuredCosts;
  readonly servers: Servers;
  readonly deployment: Deployment;
  /** Commands a second, each of one event, at this many milliseconds from the beginning. */
  readonly commandsPerSecond: (ms: number) => number;
  /** Commands that wait at the beginning, as when a file is sent. */
  readonly backlog: number;
  readonly bulk: boolean;
  /** Events of the customer that a command is for; 0 if command-api has all of them in memory. */
  readonly eventsPerCustomer: number;
  readonly customersInMemory: boolean;
  readonly queriesPerSecond: number;
  readonly seconds: number;
  /** Everything on one machine, with so many cores at such a speed; null if each process has a core and each server machines of its own. */
  readonly sharedMachine: { readonly cores: number; readonly speed: number } | null;
  readonly seed: number;
  /** Parts that are as large as necessary, so that the limits behind them show. */
  readonly lifted: ReadonlySet<string>;
}
