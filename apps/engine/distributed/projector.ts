import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { FeedConsumer } from '@tenure/event-feed/kafka';
import { isOfCustomers, ViewKeeper } from '@tenure/projecting';
import { PartitionFeed, settleViews } from '@tenure/projecting/partitions';
import { LogFollower } from '@tenure/projecting/undivided';
import { readModels } from '@tenure/projections';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { opening } from '../process/opened.js';
import { namesOf } from './names.js';
import type { RunningRole } from './running-role.js';
import { serversOf } from './servers.js';

const LONGEST_JOINING_MS = 15_000;
const FOLDED_AGO = 'Age of the last event that was folded, while there are more.';

/**
 * How long the partitions of a projector that died wait for another. Short, because no harm is done if it was only slow:
 * the read store refuses what it still writes.
 */
const SESSION_MS = 10_000;

/**
 * Folds events into read models: events of customers as the topic brings them, of the partitions that the group assigns; events of other streams
 * from the log itself, in the projector that holds the lease for that.
 */
export function startProjector(settings: Settings, logger: Logger, signal: AbortSignal): Promise<RunningRole> {
  return opening(async (opened) => {
    const servers = serversOf(settings, logger);
    const log = opened.add(await servers.log());
    const store = opened.add(await servers.readStore());
    const { state } = opened.add(await servers.relayState());
    const { topic, group } = namesOf(settings);
    const projections = readModels.map(({ projection }) => projection);
    const keeper = new ViewKeeper(projections, store, log);
    const settle = async () => {
      // Reading the head detects that another log was put in this one's place. The projector then ends, because views cannot be settled by the old log's
      // id.
      await log.head();
      return settleViews({ log, store, keeper, relay: state, logger });
    };
    // An emptied log must not be taken for a new one.
    if ((await settle()) === null) await log.identify();
    await keeper.ensure();
    const feed = new PartitionFeed({
      projections: projections.filter(isOfCustomers),
      log,
      store,
      keeper,
      relay: state,
      settle,
      replay: (partition, from) => consumer.replay(partition, from),
      logger,
    });
    opened.closing(() => feed.stop());
    const consumer = new FeedConsumer(feed, {
      connection: servers.kafka('tenure-projector'),
      topic,
      groupId: group,
      partitions: settings.partitions,
      sessionTimeoutMs: SESSION_MS,
    });
    opened.closing(() => consumer.stop());
    const { lease } = opened.add(await servers.lease());
    const others = projections.filter((projection) => !isOfCustomers(projection));
    const follower = new LogFollower({ projections: others, log, store, relay: state, lease, holder: `${hostname()}-${process.pid}`, settle, logger });
    opened.closing(() => follower.stop());
    await consumer.start();
    feed.start();
    follower.start();
    const failure = () => feed.failure ?? follower.failure;
    await untilAtWork(consumer, signal);
    return {
      log,
      health: {
        notReady() {
          const { healthy, state: activity, lastError } = consumer.progress();
          if (!healthy) {
            return [`The projector makes no progress (${activity}). ${lastError ?? failure() ?? 'It takes its partitions over.'} It goes on trying.`];
          }
          const reason = failure();
          return reason === null ? [] : [reason];
        },
        status: async () => ({
          role: 'projector',
          ...consumer.progress(),
          log: log.cluster,
          parked: feed.parked + follower.parked,
          building: feed.building || follower.building,
          failure: failure(),
          undivided: { holds: follower.holds, position: follower.position, lagMs: follower.lagMs },
        }),
      },
      measure({ gauge, counter }) {
        for (const { partition, lagEvents, lagMs } of consumer.progress().partitions) {
          const labels = { partition: String(partition) };
          if (lagEvents !== null) gauge('tenure_projector_lag_events', 'Events of the partition that are not folded yet.', lagEvents, labels);
          if (lagMs !== null) gauge('tenure_projector_lag_seconds', FOLDED_AGO, lagMs / 1000, labels);
        }
        if (follower.lagMs !== null) gauge('tenure_projector_lag_seconds', FOLDED_AGO, follower.lagMs / 1000, { partition: 'undivided' });
        gauge('tenure_projector_parked_customers', 'Customers, and other streams, whose events wait for a person.', feed.parked + follower.parked);
        counter('tenure_projector_missing_events_total', 'Events that were not in their place in the topic and were read from the log.', feed.missingEvents);
      },
      close: () => opened.close(),
    };
  });
}

/** Waits until the projector has joined its group and taken over its partitions, for at most `LONGEST_JOINING_MS`; after that it joins while it serves. */
async function untilAtWork(consumer: FeedConsumer, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + LONGEST_JOINING_MS;
  const atWork = () => {
    const { state, partitions } = consumer.progress();
    return state === 'consuming' && partitions.every(({ nextOffset }) => nextOffset !== null);
  };
  while (!atWork() && !signal.aborted && performance.now() < deadline) await delay(50);
}
