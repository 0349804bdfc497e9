import { Worker } from 'node:worker_threads';
import { type ErrorClass, type FromThread, fromPlain, type ToThread } from './messages.js';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** By default every thread may fill 48 MB with what it is about to throw away. */
const YOUNG_MB = 12;

/** The outside of a thread that runs `serveThread`. When the thread dies, every call fails with the reason. */
export class Thread {
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #dead: Error | null = null;

  private constructor(
    private readonly worker: Worker,
    private readonly name: string,
    private readonly errors: readonly ErrorClass[],
  ) {
    worker.on('message', (message: FromThread) => this.#receive(message));
    worker.on('error', (error) => this.#die(error));
    worker.on('exit', () => this.#die(new Error(`The ${name} thread has stopped.`)));
  }

  /** `errors`: classes that callers tell errors by; others arrive as plain errors with their name. */
  static async start(file: string, name: string, workerData: unknown, errors: readonly ErrorClass[] = []): Promise<Thread> {
    const worker = new Worker(file, { workerData, name, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', () => {
        worker.off('error', reject);
        resolve();
      });
    });
    return new Thread(worker, name, errors);
  }

  call<T>(name: string, argument?: unknown): Promise<T> {
    return this.#ask({ kind: 'call', id: ++this.#next, name, argument }) as Promise<T>;
  }

  /** Rows of a handler that answers with many; nothing is fetched ahead of the reader by more than a chunk. */
  async *rows<T>(name: string, argument?: unknown): AsyncGenerator<T> {
    const id = ++this.#next;
    await this.#ask({ kind: 'call', id, name, argument });
    try {
      for (;;) {
        const chunk = (await this.#ask({ kind: 'pull', id })) as T[] | null;
        if (chunk === null) return;
        yield* chunk;
      }
    } finally {
      if (!this.#dead) this.worker.postMessage({ kind: 'drop', id } satisfies ToThread);
    }
  }

  get failure(): Error | null {
    return this.#dead;
  }

  /** Asks the thread's `stop` handler to put things down, then ends it. */
  async stop(): Promise<void> {
    if (this.#dead) return;
    await this.call('stop');
    this.#dead = new Error(`The ${this.name} thread has stopped.`);
    await this.worker.terminate();
  }

  #ask(message: ToThread): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#dead) {
        reject(this.#dead);
        return;
      }
      this.#waiting.set(message.id, { resolve, reject });
      this.worker.postMessage(message);
    });
  }

  #receive(message: FromThread): void {
    if (message.kind === 'ready') return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'failed') waiting?.reject(fromPlain(message.error, this.errors));
    else waiting?.resolve(message.kind === 'answer' ? message.value : message.rows);
  }

  #die(error: Error): void {
    this.#dead ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#dead);
    this.#waiting.clear();
  }
}
