import { fileURLToPath } from 'node:url';
import { InvalidPosition, StreamDamaged } from '@tenure/event-log';
import { BadQuery, NotFound } from '@tenure/projecting';
import { Unavailable } from '@tenure/querying';
import type { Settings } from '@tenure/settings';
import { Thread } from '@tenure/threads';
import type { DataFolder } from './data-folder.js';
import type { ProjectorData } from './projector.worker.js';
import type { QueryData } from './query.worker.js';

/** Errors that the edge answers with more than "something went wrong". */
const ERRORS = [BadQuery, NotFound, InvalidPosition, StreamDamaged, Unavailable];

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Threads {
  readonly projector: Thread;
  readonly queries: Thread;
  /** Checks, replays and the past take seconds to minutes: they get a thread of their own, when first asked for. */
  auditor(): Promise<Thread>;
  stop(): Promise<void>;
}

export async function startThreads(
  folder: DataFolder,
  bell: SharedArrayBuffer,
  { timezone, currency, logSecret: given }: Settings,
  scratch: string,
): Promise<Threads> {
  const files = { events: folder.events, readModels: folder.readModels, bell };
  const queryData: QueryData = { ...files, logSecret: { given, file: folder.logSecret }, timezone, currency, scratch };
  const startQueries = (name: string) => Thread.start(script('./query.worker.js'), name, queryData, ERRORS);
  // The projector makes the read store that the others open.
  const projector = await Thread.start(script('./projector.worker.js'), 'projector', files satisfies ProjectorData, ERRORS);
  const queries = await startQueries('queries');
  let auditor: Promise<Thread> | null = null;
  return {
    projector,
    queries,
    auditor: () => (auditor ??= startQueries('auditor')),
    stop: async () => {
      await Promise.all([projector.stop(), queries.stop(), auditor?.then((thread) => thread.stop())]);
    },
  };
}
