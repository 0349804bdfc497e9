import { Fenced, WritesLost } from '../errors.js';
import type { Database, PartitionRecord, ViewCheckpoint } from './database.js';
import { dropPieces, storeIntent } from './intent-pieces.js';
import type { SharedRequests } from './shared-requests.js';
import { isDuplicate } from './store-record.js';

/** Makes the caller the partition's writer and fences the previous one. Returns the record as it now is. */
export async function takeOver(partition: number, database: Database): Promise<PartitionRecord> {
  const taken = await raiseEpoch(partition, database);
  if (taken) return taken;
  try {
    await database.partitions.insertOne({ _id: partition, epoch: 0, commit: 0, applied: 0, checkpoints: [] });
  } catch (error) {
    // Another process has just made the record.
    if (!isDuplicate(error)) throw error;
  }
  return (await raiseEpoch(partition, database))!;
}

function raiseEpoch(partition: number, database: Database): Promise<PartitionRecord | null> {
  return database.partitions.findOneAndUpdate({ _id: partition }, { $inc: { epoch: 1 } }, { returnDocument: 'after' });
}

/**
 * The writes of one writer to its partition's record. Each is guarded by the epoch and the number of the commit, so it
 * takes effect once, however often it is sent. When the guard fails, the record shows which side is wrong.
 */
export class PartitionOwner {
  constructor(
    readonly partition: number,
    readonly epoch: number,
    private readonly database: Database,
    private readonly requests: SharedRequests,
  ) {}

  /** From here on the commit is decided: this writer or the next one carries it out. */
  async decide(commit: number, intent: Buffer): Promise<void> {
    const { partition, epoch } = this;
    const stored = await storeIntent(intent, { partition, epoch, commit }, this.database);
    await this.#write(commit, commit - 1, { $set: { commit, ...stored } });
  }

  /** The commit has been carried out. */
  async finish(commit: number, checkpoints: readonly ViewCheckpoint[], inPieces: boolean): Promise<void> {
    await this.#write(commit, commit, { $set: { applied: commit, checkpoints }, $unset: { intent: '', pieces: '' } });
    if (inPieces) await dropPieces(this.partition, this.epoch, this.database);
  }

  /** A commit that moves only checkpoints, decided and carried out in one write. */
  async move(commit: number, checkpoints: readonly ViewCheckpoint[]): Promise<void> {
    await this.#write(commit, commit - 1, { $set: { commit, applied: commit, checkpoints } });
  }

  async #write(commit: number, standing: number, update: object): Promise<void> {
    const { partition, epoch } = this;
    if (await this.requests.update({ guard: { _id: partition, epoch, commit: standing }, update })) return;
    const found = await this.database.partitions.findOne({ _id: partition }, { projection: { epoch: 1, commit: 1 } });
    if (found && found.epoch > epoch) throw new Fenced(partition, epoch, found.epoch);
    // Another update's guard in the same request failed, or ours was sent before and took effect although its answer was lost.
    if (found?.epoch === epoch && found.commit === commit) return;
    throw new WritesLost(partition, commit - 1, found?.commit ?? null);
  }
}
