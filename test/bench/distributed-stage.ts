import { join } from 'node:path';
import { startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { startKafka } from '@tenure/local-servers/kafka';
import { startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { type Role, RoleProcess } from '../faults/role-process.js';
import type { Surroundings } from './benchmark.js';
import { processorSeconds } from './own-process.js';

export const apiKey = 'key-of-the-benchmark';

/** The distributed profile on this machine: three servers, and each role in a process of its own. */
export interface DistributedStage {
  /** The address of a role. */
  url(role: Role): string;
  /** Seconds of processor time that each process has used so far, by name; null if the system does not report it. */
  processorSeconds(): Map<string, number | null>;
  stop(): Promise<void>;
}

const roles: readonly Role[] = ['command-api', 'query-api', 'relay', 'projector'];

export async function startDistributedStage({ folder, profiles }: Pick<Surroundings, 'folder' | 'profiles'>): Promise<DistributedStage> {
  const stopping: Array<() => Promise<unknown>> = [];
  const stop = async () => {
    for (const each of stopping.splice(0).reverse()) await each();
  };
  const stopped = async <Server extends { stop(): Promise<unknown> }>(starting: Promise<Server>): Promise<Server> => {
    const server = await starting;
    stopping.push(() => server.stop());
    return server;
  };
  try {
    const eventstoredb = await stopped(startEventStoreDbStandIn({ data: join(folder, 'eventstoredb') }));
    const kafka = await stopped(startKafka({ data: join(folder, 'kafka') }));
    const mongodb = await stopped(startMongoJavaServer({ data: join(folder, 'mongodb') }));
    const environment = {
      EVENTSTOREDB_URL: eventstoredb.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      MONGODB_URL: mongodb.url,
      TENURE_API_KEY: apiKey,
    };
    const processes = roles.map((role) => new RoleProcess(role, environment, 0, profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`]));
    stopping.push(() => Promise.all(processes.map((each) => each.stop())));
    await Promise.all(processes.map((each) => each.start()));
    const pids = new Map<string, number>([
      ...processes.map(({ role, pid }): [string, number] => [role, pid]),
      ['EventStoreDB stand-in', eventstoredb.pid],
      ['Kafka', kafka.pids[0]!],
      ['mongo-java-server', mongodb.pid],
    ]);
    return {
      url: (role) => processes.find((each) => each.role === role)!.url,
      processorSeconds: () => new Map([...pids].map(([name, pid]) => [name, processorSeconds(pid)])),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
