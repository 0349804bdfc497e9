import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventLog, streamOf } from '@tenure/event-log';

const PAGE = 500;
/** Streams in one turn of the event loop: of an import there are a thousand. */
const AT_ONCE = 100;

/**
 * Of these customers those of whom something sealed is recorded. Asked of customers without a key: that of one of them was lost, with a
 * vault that was put back as it had been before.
 */
export function haveSealed(log: Pick<EventLog, 'readStream'>): (customerIds: readonly string[]) => Promise<Set<string>> {
  return async (customerIds) => {
    const found = new Set<string>();
    for (let first = 0; first < customerIds.length; first += AT_ONCE) {
      if (first > 0) await nextTurn();
      const looked = customerIds.slice(first, first + AT_ONCE).map(async (customerId) => {
        if (await hasSealed(log, streamOf(customerId))) found.add(customerId);
      });
      await Promise.all(looked);
    }
    return found;
  };
}

async function hasSealed(log: Pick<EventLog, 'readStream'>, stream: string): Promise<boolean> {
  for (let from = 0; ; from += PAGE) {
    const events = await log.readStream(stream, { from, limit: PAGE });
    if (events.some(({ metadata }) => metadata.keyEpoch !== undefined)) return true;
    if (events.length < PAGE) return false;
  }
}
