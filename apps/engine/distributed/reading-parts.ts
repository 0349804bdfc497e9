import type { EventLog } from '@tenure/event-log';
import type { PartitionedReadStore } from '@tenure/read-store';
import type { Settings } from '@tenure/settings';
import type { ReadingThreads } from '../process/reading-threads.js';

/** What all that reads read models stands on. */
export interface ReadingParts {
  readonly log: EventLog;
  readonly store: PartitionedReadStore;
  readonly threads: ReadingThreads;
  readonly settings: Pick<Settings, 'timezone' | 'currency' | 'querySeconds'>;
}
