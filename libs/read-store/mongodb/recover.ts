import { type Database, nameOf, type ViewCheckpoint } from './database.js';
import { carryOut, decodeIntent } from './intent.js';
import { dropPieces, readIntent } from './intent-pieces.js';
import { PartitionOwner, takeOver } from './partition-record.js';
import { checkpointsAfter } from './plan-commit.js';
import type { SharedRequests } from './shared-requests.js';
import type { ViewRecords } from './view-records.js';

export interface Standing {
  readonly epoch: number;
  readonly commit: number;
  readonly checkpoints: readonly ViewCheckpoint[];
}

/** Takes a partition over and carries out the commit that its last writer had decided and not finished, if there is one. */
export async function recover(partition: number, database: Database, records: ViewRecords, requests: SharedRequests): Promise<Standing> {
  const record = await takeOver(partition, database);
  const { epoch, commit, applied } = record;
  const known = new Set((await records.all()).map(nameOf));
  let checkpoints = record.checkpoints.filter(({ view }) => known.has(view));
  if (commit > applied) {
    const decided = decodeIntent(await readIntent(record, database));
    const intent = { commit, views: decided.views.filter(({ view }) => known.has(view)) };
    await carryOut(intent, partition, requests);
    checkpoints = checkpointsAfter(checkpoints, intent);
    await new PartitionOwner(partition, epoch, database, requests).finish(commit, checkpoints, false);
  }
  await dropPieces(partition, epoch, database);
  return { epoch, commit, checkpoints };
}
