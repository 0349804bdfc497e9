import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ThreadState } from '@tenure/threads';
import { clockMemory } from '../clock/clock-guard.js';
import { LogRefused } from '../errors.js';
import type { Bell } from './bell.js';
import { idOf, realFile } from './file-identity.js';
import type { FromWriter, Opened, ToWriter } from './writer-messages.js';

/** What a writer's thread reports unasked: its messages, that it has ended, that another one has replaced it. */
export interface WriterThreadEars {
  readonly message: (message: FromWriter) => void;
  readonly ended: (detail: string) => void;
  readonly back: () => void;
  /** The file it wrote is no longer available to it: no other thread is started. */
  readonly moved: (detail: string) => void;
}

const NAME = 'log-writer';
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** A thread that ran for this long ended for a new reason. */
const STEADY_MS = 60_000;

/** The thread that has the log open for writing. When it ends, another one opens the same file, after a pause that doubles each time. */
export class WriterThread {
  #worker: Worker | null = null;
  #opened: Opened | null = null;
  #startedAt = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #restarts = 0;
  #failedStarts = 0;
  #lastEnd: string | null = null;
  readonly #stopping = new AbortController();
  readonly #script = fileURLToPath(new URL('./writer.worker.js', import.meta.url));
  readonly #file: string;
  readonly #clock = clockMemory();
  #id: string | null = null;

  private constructor(
    path: string,
    private readonly bell: Bell,
    private readonly ears: WriterThreadEars,
  ) {
    this.#file = realFile(path);
  }

  /** @throws LogRefused */
  static async start(path: string, bell: Bell, ears: WriterThreadEars): Promise<WriterThread> {
    const thread = new WriterThread(path, bell, ears);
    await thread.#start();
    thread.#id = idOf(thread.#file);
    return thread;
  }

  get opened(): Opened {
    return this.#opened!;
  }

  get state(): ThreadState {
    const state = this.#worker ? 'running' : 'restarting';
    return { name: NAME, state, restarts: this.#restarts, lastEnd: this.#lastEnd, failedStarts: this.#failedStarts };
  }

  /** Not allowed between `ended` and `back`. */
  post(message: ToWriter): void {
    this.#worker!.postMessage(message);
  }

  /** No other thread is started from now on. */
  stop(): void {
    this.#stopping.abort();
  }

  async #start(): Promise<void> {
    const worker = new Worker(this.#script, {
      workerData: { file: this.#file, bell: this.bell.memory, clock: this.#clock },
      name: NAME,
      resourceLimits: { maxYoungGenerationSizeMb: 12 },
    });
    let reason = 'it was ended';
    worker.on('error', ({ message }) => (reason = message));
    this.#opened = await new Promise<Opened>((resolve, reject) => {
      worker.once('exit', () => reject(new Error(reason)));
      worker.once('message', (message: FromWriter) => {
        if (message.kind === 'ready') resolve(message.opened);
        else if (message.kind === 'refused') reject(new LogRefused(message.code as LogRefused['code'], message.detail));
        else reject(new Error(`it answered "${message.kind}" before it was ready`));
      });
    });
    this.#worker = worker;
    this.#startedAt = performance.now();
    worker.on('message', this.ears.message);
    worker.once('exit', () => this.#ended(reason));
  }

  #ended(reason: string): void {
    this.#worker = null;
    this.#lastEnd = `The ${NAME} thread of the engine ended: ${reason}.`;
    if (performance.now() - this.#startedAt > STEADY_MS) this.#pauseMs = FIRST_PAUSE_MS;
    this.ears.ended(reason);
    this.#startAgain().catch((error: Error) => {
      if (!this.#stopping.signal.aborted) this.ears.moved(error.message);
    });
  }

  /** Waits for a full or failing disk. @throws LogRefused when there is nothing to resume; the signal's reason */
  async #startAgain(): Promise<void> {
    for (;;) {
      await delay(this.#pauseMs, null, { signal: this.#stopping.signal, ref: false });
      this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
      this.#requireSameFile();
      try {
        await this.#start();
        this.#restarts += 1;
        this.#failedStarts = 0;
        this.#requireSameFile();
        // The ended thread may not have announced its last records to the followers of the log.
        this.bell.ring();
        if (this.#stopping.signal.aborted) this.post({ kind: 'close' });
        else this.ears.back();
        return;
      } catch (error) {
        if (error instanceof LogRefused && !error.mayPass) throw error;
        this.#failedStarts += 1;
        this.ears.ended((error as Error).message);
      }
    }
  }

  #requireSameFile(): void {
    if (idOf(this.#file) === this.#id) return;
    throw new LogRefused(
      'in-use',
      `${this.#file} was deleted or replaced while nothing held it open for writing, so the engine stops. See which log is the right one, and start again.`,
    );
  }
}
