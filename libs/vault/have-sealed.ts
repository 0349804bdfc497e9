import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventLog, streamOf } from '@tenure/event-log';

type Looked = Pick<EventLog, 'readStream' | 'existing'>;

const PAGE = 500;
/** Streams read in one turn of the event loop: an import may have a thousand. */
const AT_ONCE = 100;

/**
 * Those of these customers of whom something sealed is recorded. Asked for customers without a key: if one of them has sealed events,
 * its key was lost, with a vault that was restored to an earlier state. Nearly all of them are new, which one look at the log shows.
 */
export function haveSealed(log: Looked): (customerIds: readonly string[]) => Promise<Set<string>> {
  return async (customerIds) => {
    const existing = await log.existing(customerIds.map(streamOf));
    const known = customerIds.filter((customerId) => existing.has(streamOf(customerId)));
    const found = new Set<string>();
    for (let first = 0; first < known.length; first += AT_ONCE) {
      if (first > 0) await nextTurn();
      const looked = known.slice(first, first + AT_ONCE).map(async (customerId) => {
        if (await hasSealed(log, streamOf(customerId))) found.add(customerId);
      });
      await Promise.all(looked);
    }
    return found;
  };
}

async function hasSealed(log: Looked, stream: string): Promise<boolean> {
  for (let from = 0; ; from += PAGE) {
    const events = await log.readStream(stream, { from, limit: PAGE });
    if (events.some(({ metadata }) => metadata.keyEpoch !== undefined)) return true;
    if (events.length < PAGE) return false;
  }
}
