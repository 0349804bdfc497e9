import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const script = fileURLToPath(new URL('../../chaos/reference-thread.mjs', import.meta.url));

/** The delay that the machine's other work imposes on any process: measured as the engine measures its event loop, on a thread that never works for long. */
export class ReferenceThread {
  readonly #worker = new Worker(script);

  /** In milliseconds, recently, at the 99th percentile. */
  async lag(): Promise<number> {
    this.#worker.postMessage(null);
    const [p99] = (await once(this.#worker, 'message')) as [number];
    return p99;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
