import { setTimeout as delay } from 'node:timers/promises';
import { FeedConsumer } from '@tenure/event-feed/kafka';
import { ViewKeeper } from '@tenure/projecting';
import { PartitionFeed, settleViews } from '@tenure/projecting/partitions';
import { readModels } from '@tenure/projections';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { opening } from '../process/opened.js';
import { namesOf } from './names.js';
import type { RunningRole } from './running-role.js';
import { serversOf } from './servers.js';

const LONGEST_JOINING_MS = 15_000;

/**
 * How long the partitions of a projector that has died wait for another. Short, for one that was only slow does no harm:
 * the read store refuses what it still writes.
 */
const SESSION_MS = 10_000;

/** Folds customers' events into read models: the partitions that its group gives it. */
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
      // Whoever looks at the head hears that another log was put beneath: it ends then, for views cannot be settled by the id of the log that was.
      await log.head();
      return settleViews({ log, store, keeper, relay: state, logger });
    };
    // An emptied log is not to be taken for a new one.
    if ((await settle()) === null) await log.identify();
    await keeper.ensure();
    const feed = new PartitionFeed({
      projections,
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
    await consumer.start();
    feed.start();
    await untilAtWork(consumer, signal);
    return {
      log,
      health: {
        notReady() {
          const { healthy, state: activity, lastError } = consumer.progress();
          if (!healthy) {
            return [`The projector makes no progress (${activity}). ${lastError ?? feed.failure ?? 'It takes its partitions over.'} It goes on trying.`];
          }
          return feed.failure === null ? [] : [feed.failure];
        },
        status: async () => ({
          role: 'projector',
          ...consumer.progress(),
          log: log.cluster,
          parked: feed.parked,
          building: feed.building,
          failure: feed.failure,
        }),
      },
      measure({ gauge, counter }) {
        for (const { partition, lagEvents, lagMs } of consumer.progress().partitions) {
          const labels = { partition: String(partition) };
          if (lagEvents !== null) gauge('tenure_projector_lag_events', 'Events of the partition that are not folded yet.', lagEvents, labels);
          if (lagMs !== null) gauge('tenure_projector_lag_seconds', 'Age of the last event that was folded, while there are more.', lagMs / 1000, labels);
        }
        gauge('tenure_projector_parked_customers', 'Customers whose events wait for a person.', feed.parked);
        counter('tenure_projector_missing_events_total', 'Events that were not in their place in the topic and were read from the log.', feed.missingEvents);
      },
      close: () => opened.close(),
    };
  });
}

/** Ready is who has joined the group and taken its partitions over; a group that takes longer is waited for at work. */
async function untilAtWork(consumer: FeedConsumer, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + LONGEST_JOINING_MS;
  const atWork = () => {
    const { state, partitions } = consumer.progress();
    return state === 'consuming' && partitions.every(({ nextOffset }) => nextOffset !== null);
  };
  while (!atWork() && !signal.aborted && performance.now() < deadline) await delay(50);
}
