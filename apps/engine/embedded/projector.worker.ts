import { workerData } from 'node:worker_threads';
import { LogTail } from '@tenure/event-feed';
import { SqliteEventLogReader } from '@tenure/event-log/sqlite';
import { type ProjectionStatus, ProjectorLoop } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import { DocumentDamaged } from '@tenure/read-store';
import { isDamage, markDamaged } from '@tenure/read-store/sqlite';
import { serveThread } from '@tenure/threads';
import { giveWay } from './give-way.js';
import { openProjector, type SetAside } from './read-models.js';

/** The thread that folds events into read models. It alone writes the read store. */
export interface ProjectorData {
  readonly events: string;
  readonly readModels: string;
  readonly bell: SharedArrayBuffer;
}

export interface ProjectorStatus {
  readonly projections: readonly ProjectionStatus[];
  /** Where the slowest read model stands; null while one has nothing. */
  readonly position: string | null;
  readonly rebuilding: boolean;
  readonly failure: string | null;
  /** By this start. */
  readonly setAside: SetAside | null;
}

const EVENTS_PER_BATCH = 5_000;

const data = workerData as ProjectorData;
const log = new SqliteEventLogReader(data.events, data.bell);
const feed = new LogTail(log);
const projections = readModels.map(({ projection }) => projection);
const { store, setAside, projector } = await openProjector(projections, feed, log, data.readModels);
/** Ends this thread. The thread that replaces it sets the read models aside. */
function startAnew(reason: string): void {
  markDamaged(data.readModels, reason);
  setImmediate(() => {
    throw new Error(reason);
  });
}

const loop = new ProjectorLoop(projector, feed, EVENTS_PER_BATCH, (error) => {
  if (isDamage(error) || error instanceof DocumentDamaged) startAnew(`${data.readModels} is damaged. ${error.message}`);
});

serveThread({
  status: async (): Promise<ProjectorStatus> => ({
    projections: projector.status(),
    position: projector.position,
    rebuilding: projector.rebuilding,
    failure: loop.failure,
    setAside,
  }),
  rebuild: (names: readonly string[] | null) => loop.between(() => projector.rebuild(names ?? projections.map(({ name }) => name))),
  cancelRebuild: () => loop.between(() => projector.cancelRebuild()),
  retryParked: ({ projection, customerId }: { projection: string; customerId: string }) => loop.between(() => projector.retryParked(projection, customerId)),
  discarded: ({ projection, customerId }: { projection: string; customerId: string }) => loop.between(() => projector.discarded(projection, customerId)),
  damaged: async (reason: string) => startAnew(reason),
  stop: async () => {
    await loop.stop();
    await store.close();
    await log.close();
  },
});
giveWay();
loop.start();
