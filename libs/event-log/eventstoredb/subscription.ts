import { type AllStreamSubscription, excludeSystemEvents, type Position as ServerPosition, START, streamNameFilter } from '@eventstore/db-client';
import type { Position } from '../event.js';
import type { Connection } from './connection.js';
import { unlessLeft } from './deadline.js';
import { toRecorded } from './to-recorded.js';

/** How many windows of 32 events a filtered subscription may skip before it reports its position. */
const CHECKPOINT_INTERVAL = 32;

export interface Followed {
  /** An event of ours. */
  heard(position: Position): void;
  /** The server has accepted the subscription. */
  confirmed(): void;
}

/** Follows the log from a place. Resolves when `signal` aborts, rejects when the subscription breaks or is dropped. */
export async function follow(connection: Connection, from: ServerPosition | null, { heard, confirmed }: Followed, signal: AbortSignal): Promise<void> {
  const { namespace } = connection.settings;
  const bounds = { checkpointInterval: CHECKPOINT_INTERVAL };
  const filter = namespace === '' ? excludeSystemEvents(bounds) : streamNameFilter({ prefixes: [namespace], ...bounds });
  const node = await connection.node();
  const subscription: AllStreamSubscription = node.client.subscribeToAll({ fromPosition: from ?? START, filter, resolveLinkTos: false });
  const ended = new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    subscription.on('confirmation', confirmed);
    subscription.on('data', ({ event }) => {
      node.answered();
      const recorded = event && toRecorded(event, connection.settings);
      if (recorded) heard(recorded.position);
    });
    subscription.on('end', () => reject(new Error('the server ended the subscription')));
    // This listener stays after the end: an unhandled error would end the process.
    subscription.on('error', (error) => {
      connection.failed(node, error);
      reject(error);
    });
    if (signal.aborted) resolve();
  });
  try {
    await unlessLeft(ended, node.left);
  } finally {
    // Rejects only with the reason why it could not begin, which "error" has reported already.
    subscription.unsubscribe().catch(() => undefined);
  }
}
