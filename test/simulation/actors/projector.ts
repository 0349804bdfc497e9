import { FeedConsumer } from '@tenure/event-feed/kafka';
import { ViewKeeper } from '@tenure/projecting';
import { PartitionFeed, settleViews } from '@tenure/projecting/partitions';
import type { Logger } from 'pino';
import type { Company } from '../company.js';
import { SimulatedProcess } from '../kernel/simulated-process.js';
import { joinGroup } from '../servers/group-member.js';
import { openStore, reachLog } from './reach-servers.js';
import { connection, relayState, TOPIC } from './relay.js';
import { unreliable } from './unreliable-delivery.js';

/** The life of a projector's process, in the steps of `startProjector`. A failure before it works ends the process. */
export async function runProjector(company: Company, consumers: Set<FeedConsumer>): Promise<void> {
  const { world, topic, group, options, projections } = company;
  const process = SimulatedProcess.current()!;
  const note = (detail: unknown, message: string) => world.note(`${process.name}: ${message} ${JSON.stringify(detail)}`);
  const log = reachLog(company);
  const store = await openStore(company);
  const keeper = new ViewKeeper(projections, store, log);
  const relay = relayState(company);
  const logger = { debug: note, info: note, warn: note } as unknown as Logger;
  const settle = () => settleViews({ log, store, keeper, relay, logger });
  await settle();
  await keeper.ensure();
  const feed = new PartitionFeed({
    projections,
    log,
    store,
    keeper,
    relay,
    settle,
    replay: (partition, from) => consumer.replay(partition, from),
    logger,
  });
  const consumer = new FeedConsumer(unreliable(feed, company), {
    connection,
    topic: TOPIC,
    groupId: 'projectors',
    partitions: options.partitions,
    joinGroup: joinGroup(topic, group, options.fetchRecords),
    heartbeatMs: 200,
    drainMs: 400,
    watchMs: 2_000,
    sessionTimeoutMs: 5_000,
  });
  consumers.add(consumer);
  await consumer.start();
  feed.start();
}
