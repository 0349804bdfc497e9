import { sweepPast } from '@tenure/querying';
import { SupervisedThread, type SupervisedThreadOptions, type ThreadState } from '@tenure/threads';

export interface ReadingThreadsOptions extends Pick<SupervisedThreadOptions, 'file' | 'workerData' | 'errors' | 'warn'> {
  readonly scratch: string;
}

/** More than any scan or fit of a million customers takes; beyond it the thread ends, and the process does not. */
const HEAP_MEGABYTES = 768;

/**
 * The threads of a process that reads much. An error that ends one of them ends nothing else: scans, exports and fits have a thread each, and so have
 * checks, replays and the past, which take long. Each is started when first needed.
 */
export class ReadingThreads {
  readonly queries: SupervisedThread;
  readonly exports: SupervisedThread;
  readonly fits: SupervisedThread;
  readonly auditor: SupervisedThread;

  constructor({ scratch, ...options }: ReadingThreadsOptions) {
    const thread = (name: string, tidyUp?: () => void) => new SupervisedThread({ ...options, name, tidyUp, heapMegabytes: HEAP_MEGABYTES });
    this.queries = thread('queries');
    this.exports = thread('exports');
    this.fits = thread('fits');
    this.auditor = thread('auditor', () => sweepPast(scratch));
  }

  get states(): ThreadState[] {
    return this.#all.map(({ state }) => state);
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((thread) => thread.stop()));
  }

  get #all(): SupervisedThread[] {
    return [this.queries, this.exports, this.fits, this.auditor];
  }
}
