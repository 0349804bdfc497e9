import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DataFolder } from '../process/data-folder.js';

/** What SQLite found in the log's file. Null until it has read the whole file, once after the start. */
export interface FileFindings {
  readonly checkedAt: string;
  readonly log: readonly string[];
}

export interface Found {
  log(findings: readonly string[]): void;
  readModels(findings: readonly string[]): void;
  vault(findings: readonly string[]): void;
  failed(error: Error): void;
}

/** Has SQLite check the files of the log, of the read models and of the vault once, in a thread of its own. */
export class FileCheck {
  #worker: Worker | null = null;
  #findings: FileFindings | null = null;
  #vault: readonly string[] = [];
  #stopped = false;

  get findings(): FileFindings | null {
    return this.#findings;
  }

  /** Damage found so far in the file of the vault. */
  get vaultFindings(): readonly string[] {
    return this.#vault;
  }

  /** @param found is called with the damage of each damaged file */
  start({ events, readModels, vault }: Pick<DataFolder, 'events' | 'readModels' | 'vault'>, found: Found): void {
    const script = fileURLToPath(new URL('./quick-check.worker.js', import.meta.url));
    this.#worker = new Worker(script, { workerData: { files: [events, readModels, vault] }, name: 'quick-check' });
    this.#worker.on('error', (error) => {
      if (!this.#stopped) found.failed(error);
    });
    this.#worker.on('message', ([ofLog, ofReadModels, ofVault]: [string[], string[], string[]]) => {
      if (this.#stopped) return;
      this.#findings = { checkedAt: new Date().toISOString(), log: ofLog };
      this.#vault = ofVault;
      if (ofLog.length > 0) found.log(ofLog);
      if (ofReadModels.length > 0) found.readModels(ofReadModels);
      if (ofVault.length > 0) found.vault(ofVault);
    });
  }

  /** Findings that arrive later are ignored. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }
}
