import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteReadStore } from '@tenure/read-store/sqlite';

/** A temporary read store, in a folder of its own that is deleted with it. */
export class ScratchStore {
  private constructor(
    readonly store: SqliteReadStore,
    private readonly folder: string,
  ) {}

  /** @param prefix how the name of its folder begins */
  static open(scratch: string, prefix: string): ScratchStore {
    const folder = mkdtempSync(join(scratch, prefix));
    try {
      return new ScratchStore(SqliteReadStore.openForWriting(join(folder, 'read-models.db')), folder);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  async remove(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
