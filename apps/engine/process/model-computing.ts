import type { EventLog } from '@tenure/event-log';
import type { ModelComputing } from '@tenure/fitting';
import { caughtUp } from '@tenure/querying';
import type { ThreadCalls } from '@tenure/threads';

/** Fits and back-tests in a thread of its own, once the read models have every event recorded before. */
export function modelComputing(log: EventLog, position: () => Promise<string>, thread: Pick<ThreadCalls, 'call'>): ModelComputing {
  return {
    async fit(request, signal) {
      await caughtUp(log, position, signal);
      return thread.call('fit', request, { signal });
    },
    async backtest(request, signal) {
      await caughtUp(log, position, signal);
      return thread.call('backtest', request, { signal });
    },
  };
}
