import type { ClusterNode } from './faults.js';
import { type EventStoreDbStandIn, type StandInOptions, startEventStoreDbStandIn } from './start-stand-in.js';

export interface EventStoreDbStandInCluster {
  readonly nodes: readonly EventStoreDbStandIn[];
  /** `esdb://` with the addresses of all nodes. */
  readonly url: string;
  /** Makes this node the leader, and tells all running nodes; null: there is no leader. `stopped`: nodes that the others consider dead. */
  lead(leader: number | null, stopped?: readonly number[]): Promise<void>;
  kill(): Promise<void>;
}

/** Nodes on one store: what one writes, all have at once. The leader is set by `lead`; at the start it is the first node. */
export async function startEventStoreDbStandInCluster(options: StandInOptions, size = 3): Promise<EventStoreDbStandInCluster> {
  const nodes: EventStoreDbStandIn[] = [];
  for (let n = 0; n < size; n++) nodes.push(await startEventStoreDbStandIn({ ...options, port: 0 }));
  const lead = async (leader: number | null, stopped: readonly number[] = []) => {
    const cluster = nodes.map(({ port }, n): ClusterNode => {
      const alive = !stopped.includes(n);
      return { port, alive, state: n === leader ? 'leader' : leader === null ? 'unknown' : 'follower' };
    });
    await Promise.all(nodes.filter((_, n) => !stopped.includes(n)).map((node) => node.set({ cluster })));
  };
  await lead(0);
  return {
    nodes,
    url: `esdb://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}${options.tls ? '' : '?tls=false'}`,
    lead,
    kill: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
    },
  };
}
