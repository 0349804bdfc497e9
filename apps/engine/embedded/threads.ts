import { fileURLToPath } from 'node:url';
import type { Settings } from '@tenure/settings';
import { SupervisedThread, type ThreadState } from '@tenure/threads';
import type { DataFolder } from '../process/data-folder.js';
import { errorsAcrossThreads } from '../process/errors-across-threads.js';
import { ReadingThreads } from '../process/reading-threads.js';
import type { ProjectorData } from './projector.worker.js';
import type { QueryData } from './query.worker.js';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Threads {
  readonly projector: SupervisedThread;
  readonly reading: ReadingThreads;
  readonly states: readonly ThreadState[];
  stop(): Promise<void>;
}

export async function startThreads(
  folder: DataFolder,
  bell: SharedArrayBuffer,
  { timezone, currency, logSecret: given, pastMegabytes }: Settings,
  scratch: string,
  warn: (message: string) => void,
): Promise<Threads> {
  const files = { events: folder.events, readModels: folder.readModels, bell };
  const queryData: QueryData = { ...files, vault: folder.vault, logSecret: { given, file: folder.logSecret }, timezone, currency, scratch, pastMegabytes };
  // The projector creates the read store that the others open.
  const projectorData: ProjectorData = files;
  const projector = await new SupervisedThread({
    file: script('./projector.worker.js'),
    name: 'projector',
    workerData: projectorData,
    errors: errorsAcrossThreads,
    warn,
  }).start();
  const reading = new ReadingThreads({ file: script('./query.worker.js'), workerData: queryData, errors: errorsAcrossThreads, scratch, warn });
  await reading.queries.start();
  return {
    projector,
    reading,
    get states() {
      return [projector.state, ...reading.states];
    },
    stop: async () => {
      await Promise.all([projector.stop(), reading.close()]);
    },
  };
}
