import { setTimeout as delay } from 'node:timers/promises';
import type { EventLogReader } from '@tenure/event-log';
import { readModels } from '@tenure/projections';
import { Unavailable } from '@tenure/querying';
import type { PartitionedReadStore, ReadSnapshot } from '@tenure/read-store';

const LOOK_AGAIN_MS = 100;
const LONGEST_MS = 60_000;

/**
 * A look at read models that stand at the head of the log in every partition, and so move no more unless commands come.
 * @throws Unavailable when they do not get there within a minute.
 */
export async function stillSnapshot(log: Pick<EventLogReader, 'head'>, store: PartitionedReadStore): Promise<ReadSnapshot> {
  const deadline = performance.now() + LONGEST_MS;
  while (!(await standAtHead(log, store))) {
    if (performance.now() > deadline) {
      throw new Unavailable('not-still', 'The read models are still moving: check them when no commands come in. /v1/status says how far they are.', 30);
    }
    await delay(LOOK_AGAIN_MS);
  }
  return store.snapshot();
}

async function standAtHead(log: Pick<EventLogReader, 'head'>, store: PartitionedReadStore): Promise<boolean> {
  const head = await log.head();
  if (!head) return true;
  const live = (await store.views()).filter((view) => view.live);
  if (readModels.some(({ projection }) => !live.some((view) => view.projection === projection.name))) return false;
  const checkpoints = await Promise.all(live.map((view) => store.checkpoints(view)));
  return checkpoints.flat().every((checkpoint) => checkpoint !== null && checkpoint.position >= head.position);
}
