import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What SQLite has found in the log's file. Null until it has gone through it, once after the start. */
export interface FileFindings {
  readonly checkedAt: string;
  readonly log: readonly string[];
}

/** Goes through the files of the log and of the read models, in a thread of its own, once. */
export class FileCheck {
  #worker: Worker | null = null;
  #findings: FileFindings | null = null;
  #stopped = false;

  get findings(): FileFindings | null {
    return this.#findings;
  }

  /** @param found hears what is wrong with each file, when something is */
  start(
    events: string,
    readModels: string,
    found: { log(findings: readonly string[]): void; readModels(findings: readonly string[]): void; failed(error: Error): void },
  ): void {
    const script = fileURLToPath(new URL('./quick-check.worker.js', import.meta.url));
    this.#worker = new Worker(script, { workerData: { files: [events, readModels] }, name: 'quick-check' });
    this.#worker.on('error', (error) => {
      if (!this.#stopped) found.failed(error);
    });
    this.#worker.on('message', ([ofLog, ofReadModels]: [string[], string[]]) => {
      if (this.#stopped) return;
      this.#findings = { checkedAt: new Date().toISOString(), log: ofLog };
      if (ofLog.length > 0) found.log(ofLog);
      if (ofReadModels.length > 0) found.readModels(ofReadModels);
    });
  }

  /** What it says from here on is not heard. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }
}
