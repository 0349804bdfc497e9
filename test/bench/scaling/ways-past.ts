import type { LimitedBy } from './first-limits.js';

/** The meaning of each limit, and what would have to change to get past it. */
export const waysPast: Readonly<Record<LimitedBy, { readonly what: string; readonly way: string }>> = {
  rebuild: {
    what: 'a rebuild takes more than a week on the machines of the plan: every event is folded and written beside the daily work, and every projector reads the whole log',
    way: 'more projectors and MongoDB for as long as it lasts; then a rebuild from the topic, where a partition finds its own events only',
  },
  relay: {
    what: 'the relay: one process, one awaited batch at a time',
    way: 'the next batch read and made while the last is on its way; then a relay for each share of the streams, with a checkpoint each',
  },
  'log-reads': {
    what: "the log's leader: each command reads its customer's whole stream first",
    way: 'a snapshot of the customer beside the stream, or commands of a customer always to the process that remembers it; reading from followers',
  },
  log: {
    what: "the log's leader: every append goes through its one writer",
    way: 'a log for each share of the customers, each with its relay; positions then tell of one log only',
  },
  partition: {
    what: 'a partition: one commit after the other, each of many round trips',
    way: 'more partitions from the start; loading of all read models at once, and the next batch folded while the last is committed',
  },
};
