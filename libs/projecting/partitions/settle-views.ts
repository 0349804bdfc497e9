import type { RelayCheckpoint, RelayState } from '@tenure/event-feed';
import { breakOf, type EventLogReader, isLoss, lossOf } from '@tenure/event-log';
import type { PartitionedReadStore } from '@tenure/read-store';
import type { Logger } from 'pino';
import { breakOfViews, standingOf, viewsOfNoLog } from '../break-of-views.js';
import { type ViewKeeper } from '../view-keeper.js';

export interface SettleParts {
  readonly log: Pick<EventLogReader, 'id' | 'at' | 'head' | 'readStream' | 'readAll' | 'positionAt'>;
  readonly store: Pick<PartitionedReadStore, 'views' | 'checkpoints'>;
  readonly keeper: ViewKeeper;
  readonly relay: Pick<RelayState, 'read'>;
  readonly logger: Logger;
}

/**
 * Sets aside the read models that do not belong to this log, so that new ones are built in their place. Waits until the topic holds
 * this log, so that nothing of another log is folded into them. Any number of processes may do so concurrently.
 * @returns why nothing may be folded now: facts may be lost, or the topic still holds another log; null when all is well
 */
export async function settleViews({ log, store, keeper, relay, logger }: SettleParts): Promise<string | null> {
  const standing = await standingOf(store);
  const found = await breakOfViews(log, standing);
  if (found === null) return null;
  if (await isLoss(log, found)) return lossOf('The read models', found).message;
  if (!(await isOfThisLog(log, (await relay.read()).checkpoint))) {
    return `The read models are not of this log: ${found.detail}. They are replaced as soon as a relay publishes this one.`;
  }
  const reason = `They are not of this log: ${found.detail}. A log was put in the place of another, or restored to an earlier state.`;
  for (const view of await viewsOfNoLog(log, standing)) {
    if (await keeper.replace(view, reason)) logger.warn({ view }, `The read model ${view.projection} was set aside, and is built anew from the log. ${reason}`);
  }
  return null;
}

/** False for a publication that has not begun. */
async function isOfThisLog(log: SettleParts['log'], { publication, position, ...published }: RelayCheckpoint): Promise<boolean> {
  if (publication === null) return false;
  return position === null || (await breakOf(log, { ...published, position })) === null;
}
