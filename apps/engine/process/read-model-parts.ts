import type { ParkedCustomers, Rebuilder, Republish } from '@tenure/operating';
import type { QueriedLog } from '@tenure/querying';
import type { ReadStore } from '@tenure/read-store';
import type { ReadingThreads } from './reading-threads.js';

/** The read models of a profile: where they are kept, how far they are, and who makes them. */
export interface ReadModelParts {
  readonly store: Pick<ReadStore, 'snapshot'>;
  readonly threads: ReadingThreads;
  /** How old the events are that an answer does not contain yet. */
  readonly look: QueriedLog;
  /** How soon a query that waits for a position looks again; undefined: at once. */
  readonly lookAgainMs?: number;
  /** Where the slowest read model stands; empty before the first event. */
  readonly position: () => Promise<string>;
  readonly parkedCustomers: ParkedCustomers;
  readonly rebuilder: Rebuilder;
  /** Null if the read models follow the log itself. */
  readonly republish: Republish | null;
}
