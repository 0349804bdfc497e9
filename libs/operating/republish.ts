import { logReaders } from '@tenure/access';
import type { RelayState } from '@tenure/event-feed';
import { type EventLog, LOG_RESTORED, type LogRestored, RESTORES } from '@tenure/event-log';
import { standingOf } from '@tenure/projecting';
import { Unavailable } from '@tenure/querying';
import type { PartitionedReadStore } from '@tenure/read-store';
import { record as recordOf, text } from '@tenure/shape/schema';
import { type StreamKind, streamNamed } from '@tenure/streams';
import { lossBehind } from './loss-behind.js';
import type { Republish } from './operations.js';
import type { RecordOperation } from './recording-operations.js';

export const REPUBLICATION_REQUESTED = 'RepublicationRequested';

/** Decisions about the topic. */
export const publicationKind: StreamKind = {
  name: 'publications',
  prefix: 'publications',
  streams: 'one',
  eventTypes: [REPUBLICATION_REQUESTED],
  eventSchemas: { [REPUBLICATION_REQUESTED]: recordOf({ reason: text }) },
  readers: logReaders,
};

/** Why the log is to be published again from its beginning. */
interface RepublicationRequested {
  readonly reason: string;
}

export interface RepublishingParts {
  readonly log: EventLog;
  readonly record: RecordOperation;
  readonly relay: Pick<RelayState, 'read' | 'startOver'>;
  readonly store: Pick<PartitionedReadStore, 'views' | 'checkpoints'>;
}

/**
 * The decision is recorded in the log, then the relays' state starts over: the current publisher is fenced, and the next term begins
 * at the beginning. If only the first step was done, the decision is recorded once more: nothing is counted twice.
 * Where the log lacks facts that were published from it, the caller has to accept that, which is an event of its own: from there on
 * the log is another history.
 */
export function republishing({ log, record, relay, store }: RepublishingParts): Republish {
  return async ({ reason, acceptLoss }, actor) => {
    const { checkpoint } = await told(() => relay.read(), 'Nothing was decided: the state of the relays cannot be read');
    const loss = await lossBehind(log, checkpoint, await standingOf(store));
    if (loss && !acceptLoss) throw loss.refusal;
    if (loss) {
      const { position, recordedAt } = loss.found.followed;
      const data: LogRestored = { restoredAt: new Date().toISOString(), backup: null, lost: { position, recordedAt }, reason };
      await record({ stream: RESTORES, type: LOG_RESTORED, data, actor });
    }
    const data: RepublicationRequested = { reason };
    const decided = await record({ stream: streamNamed(publicationKind), type: REPUBLICATION_REQUESTED, data, actor });
    await told(() => relay.startOver(), 'It is decided, but the relay could not be told');
    return decided;
  };
}

async function told<T>(ask: () => Promise<T>, otherwise: string): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new Unavailable('relay-state-unavailable', `${otherwise}: ${(error as Error).message}. Send it again.`, 5);
  }
}
