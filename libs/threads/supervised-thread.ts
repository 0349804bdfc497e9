import { setTimeout as delay } from 'node:timers/promises';
import { type CallOptions, Thread, type ThreadCalls, type ThreadOptions } from './thread.js';
import { ThreadLost } from './thread-lost.js';

export interface SupervisedThreadOptions extends ThreadOptions {
  /** Called with a sentence for each end and each failed start. */
  readonly warn: (message: string) => void;
  /** Cleans up what an ended thread left behind, before the next one starts. */
  readonly tidyUp?: () => void;
}

/** The state of a supervised thread, for status pages. */
export interface ThreadState {
  readonly name: string;
  /** `idle`: it is started when first needed. */
  readonly state: 'idle' | 'running' | 'restarting';
  readonly restarts: number;
  /** Why it last ended; null when it never did. */
  readonly lastEnd: string | null;
  /** Consecutive failed starts. */
  readonly failedStarts: number;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 30_000;
/** A thread that has run for this long ended for a new reason: it is restarted at once. */
const STEADY_MS = 60_000;
/** How long callers wait for a thread that is being started. */
const PATIENCE_MS = 5_000;

/** A thread that is restarted when it ends, with a delay that doubles each time. Only the calls that it worked on fail. */
export class SupervisedThread implements ThreadCalls {
  #running: Thread | null = null;
  #starting: Promise<Thread> | null = null;
  #startedAt = 0;
  #wait = 0;
  #restarts = 0;
  #failedStarts = 0;
  #lastEnd: string | null = null;
  readonly #stopping = new AbortController();

  constructor(private readonly options: SupervisedThreadOptions) {}

  get state(): ThreadState {
    const state = this.#running ? 'running' : this.#lastEnd === null ? 'idle' : 'restarting';
    return { name: this.options.name, state, restarts: this.#restarts, lastEnd: this.#lastEnd, failedStarts: this.#failedStarts };
  }

  /** Resolves when it runs; without this, the first call starts it. @throws what kept it from starting */
  async start(): Promise<this> {
    await this.#thread();
    return this;
  }

  async call<T>(name: string, argument?: unknown, options?: CallOptions): Promise<T> {
    return (await this.#thread()).call<T>(name, argument, options);
  }

  async *rows<T>(name: string, argument?: unknown, options?: CallOptions): AsyncGenerator<T> {
    yield* (await this.#thread()).rows<T>(name, argument, options);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const thread = this.#running ?? (await this.#starting?.catch(() => null));
    await thread?.stop();
  }

  async #thread(): Promise<Thread> {
    if (this.#running) return this.#running;
    if (this.#stopping.signal.aborted) throw new ThreadLost(this.options.name, new Error('the engine stops'));
    this.#starting ??= this.#whileStarting(this.#start());
    if (this.#lastEnd === null) return this.#starting;
    const patience = delay(PATIENCE_MS, null, { ref: false });
    const thread = await Promise.race([this.#starting, patience]);
    if (thread === null) throw new ThreadLost(this.options.name, new Error(`${this.#lastEnd} It is being started again`));
    return thread;
  }

  async #start(): Promise<Thread> {
    const thread = await Thread.start(this.options, ({ message }) => this.#ended(message));
    this.#running = thread;
    this.#startedAt = performance.now();
    this.#failedStarts = 0;
    return thread;
  }

  #whileStarting(starting: Promise<Thread>): Promise<Thread> {
    return starting.finally(() => {
      this.#starting = null;
    });
  }

  #ended(message: string): void {
    this.#running = null;
    this.#lastEnd = message;
    if (performance.now() - this.#startedAt > STEADY_MS) this.#wait = 0;
    this.options.warn(`${message} It is started again${this.#wait > 0 ? ` in ${this.#wait / 1_000} s` : ''}.`);
    this.#starting = this.#whileStarting(this.#startAgain());
    this.#starting.catch(() => undefined); // reported to the calls that wait for it
  }

  /** Repeats until it runs, or the engine stops. */
  async #startAgain(): Promise<Thread> {
    for (;;) {
      const wait = this.#wait;
      this.#wait = Math.min(Math.max(FIRST_WAIT_MS, 2 * wait), LONGEST_WAIT_MS);
      await delay(wait, null, { signal: this.#stopping.signal, ref: false });
      this.options.tidyUp?.();
      try {
        const thread = await this.#start();
        this.#restarts += 1;
        return thread;
      } catch (error) {
        this.#failedStarts += 1;
        this.options.warn(`The ${this.options.name} thread could not be started again: ${(error as Error).message}`);
      }
    }
  }
}
