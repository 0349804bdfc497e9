import type { ParkedCustomers, Rebuilder, Republish } from '@tenure/operating';
import type { QueriedLog } from '@tenure/querying';
import type { ReadStore } from '@tenure/read-store';
import type { ReadingThreads } from './reading-threads.js';

/** The read models as a profile has them: where they lie, how far they are, and who makes them. */
export interface ReadModelParts {
  readonly store: Pick<ReadStore, 'snapshot'>;
  readonly threads: ReadingThreads;
  /** How old what waits behind an answer is. */
  readonly look: QueriedLog;
  /** How soon a query that waits for a position looks again; left out: at once. */
  readonly lookAgainMs?: number;
  /** Where the slowest of them stands; empty before the first event. */
  readonly position: () => Promise<string>;
  readonly parkedCustomers: ParkedCustomers;
  readonly rebuilder: Rebuilder;
  /** Null where they follow the log itself. */
  readonly republish: Republish | null;
}
