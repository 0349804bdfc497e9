import { setTimeout as delay } from 'node:timers/promises';
import type { EventLogReader } from '@tenure/event-log';
import { Unavailable } from '@tenure/querying';
import type { PartitionedReadStore, ReadSnapshot } from '@tenure/read-store';

const LOOK_AGAIN_MS = 100;
const LONGEST_MS = 60_000;

type StillStore = Pick<PartitionedReadStore, 'views' | 'checkpoints' | 'snapshot'>;

/**
 * A snapshot of the read models of these names once they stand at the head of the log in every partition and move no more unless commands come.
 * Other read models may be anywhere.
 * @throws Unavailable when they do not get there within a minute.
 */
export async function stillSnapshot(log: Pick<EventLogReader, 'head'>, store: StillStore, names: readonly string[]): Promise<ReadSnapshot> {
  const deadline = performance.now() + LONGEST_MS;
  while (!(await standAtHead(log, store, names))) {
    if (performance.now() > deadline) {
      throw new Unavailable('not-still', 'The read models are still moving: check them when no commands come in. /v1/status says how far they are.', 30);
    }
    await delay(LOOK_AGAIN_MS);
  }
  return store.snapshot();
}

async function standAtHead(log: Pick<EventLogReader, 'head'>, store: StillStore, names: readonly string[]): Promise<boolean> {
  const head = await log.head();
  if (!head) return true;
  const live = (await store.views()).filter((view) => view.live && names.includes(view.projection));
  if (live.length < names.length) return false;
  const checkpoints = await Promise.all(live.map((view) => store.checkpoints(view)));
  return checkpoints.flat().every((checkpoint) => checkpoint !== null && checkpoint.position >= head.position);
}
