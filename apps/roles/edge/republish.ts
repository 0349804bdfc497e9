import type { RelayState } from '@tenure/event-feed/kafka';
import { type EventLog, LOG_RESTORED, type LogRestored, RESTORES } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { Unavailable } from '@tenure/querying';
import type { PartitionedReadStore } from '@tenure/read-store';
import { lossBehind } from '../loss-behind.js';
import { standingOf } from '../settle-views.js';
import { operationEvent } from './operation-event.js';
import type { Republish } from './operations.js';

/** Decisions about the topic. */
const PUBLICATIONS = 'publications';
export const REPUBLICATION_REQUESTED = 'RepublicationRequested';

/** Why the log is to be published again from its beginning. */
interface RepublicationRequested {
  readonly reason: string;
}

export interface RepublishingParts {
  readonly log: EventLog;
  readonly secret: LogSecret;
  readonly relay: Pick<RelayState, 'read' | 'startOver'>;
  readonly store: Pick<PartitionedReadStore, 'views' | 'checkpoints'>;
}

/**
 * The decision goes into the log, then the relays' state starts over: whoever publishes is fenced, and the next term begins
 * at the beginning. When only the first of the two was done, it is decided once more: nothing is counted twice.
 * Where the log lacks what was followed of it, whoever decides has to accept that, which is an event of its own: from there on the log is
 * another history.
 */
export function republishing({ log, secret, relay, store }: RepublishingParts): Republish {
  async function record(stream: string, type: string, data: object, actor: string): Promise<string> {
    const expected = (await log.readStream(stream)).at(-1)?.revision ?? 'no-stream';
    const result = await log.append({ stream, expected, events: [await operationEvent(secret, type, data, actor)] });
    if (result.outcome === 'appended') return result.position;
    throw new Unavailable('republish-conflict', 'Somebody else has decided the same at the same moment. Look at /v1/status.');
  }

  return async ({ reason, acceptLoss }, actor) => {
    const { checkpoint } = await told(() => relay.read(), 'Nothing was decided: the state of the relays cannot be read');
    const loss = await lossBehind(log, checkpoint, await standingOf(store));
    if (loss && !acceptLoss) throw loss.refusal;
    if (loss) {
      const { position, recordedAt } = loss.found.followed;
      const data: LogRestored = { restoredAt: new Date().toISOString(), backup: null, lost: { position, recordedAt }, reason };
      await record(RESTORES, LOG_RESTORED, data, actor);
    }
    const data: RepublicationRequested = { reason };
    const decided = await record(PUBLICATIONS, REPUBLICATION_REQUESTED, data, actor);
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
