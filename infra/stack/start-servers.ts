import { join } from 'node:path';
import { startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { startKafka } from '@tenure/local-servers/kafka';
import { startMongoJavaServer } from '@tenure/local-servers/mongodb';

/** Addresses, in the form of Tenure's settings. */
export interface Servers {
  readonly eventstoredb: string;
  readonly kafka: string;
  readonly mongodb: string;
  stop(): Promise<void>;
}

/** In parallel, each with its data in a folder below `data`; if one is not available, those that started are stopped. */
export async function startServers(data: string): Promise<Servers> {
  const stopping: Array<() => Promise<void>> = [];
  const started = async <Server extends { stop(): Promise<void> }>(starting: Promise<Server>): Promise<Server> => {
    const server = await starting;
    stopping.push(() => server.stop());
    return server;
  };
  const stop = async () => {
    await Promise.all(stopping.splice(0).map((each) => each()));
  };
  const outcomes = await Promise.allSettled([
    started(startEventStoreDbStandIn({ data: join(data, 'eventstoredb') })),
    started(startKafka({ data: join(data, 'kafka') })),
    started(startMongoJavaServer({ data: join(data, 'mongodb') })),
  ]);
  const [eventstoredb, kafka, mongodb] = outcomes;
  if (eventstoredb.status === 'rejected' || kafka.status === 'rejected' || mongodb.status === 'rejected') {
    await stop();
    throw new Error([...new Set(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? messageOf(outcome.reason) : [])))].join('\n'));
  }
  return { eventstoredb: eventstoredb.value.url, kafka: kafka.value.brokers.join(','), mongodb: mongodb.value.url, stop };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
