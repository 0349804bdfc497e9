import type { Clock } from './clock.js';
import type { Cores } from './cores.js';
import type { Load } from './load.js';
import type { Worker } from './worker.js';

/** Commands to appends. One process decides; the log's leader reads the customer's stream and appends the event. */
export function commandStage(
  clock: Clock,
  { costs, servers, bulk, eventsPerCustomer, customersInMemory, lifted }: Load,
  workers: readonly Worker[],
  log: { readonly reads: Cores; readonly writer: Cores },
  appended: () => void,
): () => void {
  const { commandApi } = costs;
  const perThing = ({ fixed, each }: { fixed: number; each: number }) => (customersInMemory ? 0 : fixed + each * eventsPerCustomer);
  const deciding = (bulk ? commandApi.bulkCommand : commandApi.singleCommand) + perThing(commandApi.load);
  const loading = lifted.has('log-reads') ? 0 : perThing(servers.log.load);
  const appending = lifted.has('log') ? 0 : servers.log.append;
  const there = servers.roundTrip * (customersInMemory ? 1 : 2);
  let next = 0;
  return () => {
    const worker = workers[next++ % workers.length]!;
    worker.run(deciding, () => clock.after(there, () => log.reads.run(loading, () => log.writer.run(appending, appended))));
  };
}
