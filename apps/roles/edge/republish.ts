import type { RelayState } from '@tenure/event-feed/kafka';
import type { EventLog } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { Unavailable } from '@tenure/querying';
import { operationEvent } from './operation-event.js';
import type { Republish } from './operations.js';

/** Decisions about the topic. */
const PUBLICATIONS = 'publications';
export const REPUBLICATION_REQUESTED = 'RepublicationRequested';

/** Why the log is to be published again from its beginning. */
interface RepublicationRequested {
  readonly reason: string;
}

/**
 * The decision goes into the log, then the relays' state starts over: whoever publishes is fenced, and the next term begins
 * at the beginning. When only the first of the two was done, it is decided once more: nothing is counted twice.
 */
export function republishing(log: EventLog, secret: LogSecret, relay: Pick<RelayState, 'startOver'>): Republish {
  return async (reason, actor) => {
    const expected = (await log.readStream(PUBLICATIONS)).at(-1)?.revision ?? 'no-stream';
    const data: RepublicationRequested = { reason };
    const event = await operationEvent(secret, REPUBLICATION_REQUESTED, data, actor);
    const result = await log.append({ stream: PUBLICATIONS, expected, events: [event] });
    if (result.outcome === 'conflict')
      throw new Unavailable('republish-conflict', 'Somebody else has decided the same at the same moment. Look at /v1/status.');
    try {
      await relay.startOver();
    } catch (error) {
      throw new Unavailable('relay-state-unavailable', `It is decided, but the relay could not be told: ${(error as Error).message}. Send it again.`, 5);
    }
    return result.position;
  };
}
