import { setTimeout as delay } from 'node:timers/promises';
import type { CellAmount } from '../read-store.js';
import type { Database } from './database.js';
import { cellOf, sumRange } from './sum-id.js';

/** A commit is carried out in milliseconds; one whose writer died in the middle stays unfinished until the next writer comes. */
const TRIES = 10;
const PAUSE_MS = 3;

/**
 * One partition's sums in a range, as they stood after one commit. Each cell says which commit wrote it, so a read that
 * overlapped a commit is detected, and retried. When commits come faster than the range can be read, or the partition's
 * writer has died in the middle of one, the last try is returned: cells of neighbouring commits.
 */
export async function readSums(database: Database, view: string, partition: number, prefix: string): Promise<CellAmount[]> {
  for (let tries = 1; ; tries++) {
    const before = await database.partitions.findOne({ _id: partition }, { projection: { commit: 1, applied: 1 } });
    const cells = await database
      .sums(view)
      .find({ _id: sumRange(partition, prefix) })
      .toArray();
    const commit = before?.commit ?? 0;
    const whole = commit === (before?.applied ?? 0) && cells.every((cell) => cell.commit <= commit);
    if (whole || tries === TRIES) return cells.map(({ _id, amount }) => [cellOf(_id), amount]);
    await delay(PAUSE_MS);
  }
}
