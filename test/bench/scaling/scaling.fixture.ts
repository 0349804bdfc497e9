import { smallest } from './deployment.js';
import type { Load } from './load.js';
import { readMeasuredCosts } from './measured-costs.js';
import { assumedServers } from './servers.js';

export const costs = readMeasuredCosts();
export const servers = assumedServers(costs);

/** A constant rate of commands for a while, by default on the smallest deployment. */
export function steady({ perSecond, ...more }: { perSecond: number; seconds: number } & Partial<Load>): Load {
  return {
    costs,
    servers,
    deployment: smallest,
    commandsPerSecond: () => perSecond,
    backlog: 0,
    bulk: false,
    eventsPerCustomer: 10,
    customersInMemory: false,
    queriesPerSecond: 0,
    sharedMachine: null,
    seed: 1,
    lifted: new Set(),
    ...more,
  };
}
