import { setTimeout as delay } from 'node:timers/promises';
import { type CallOptions, Thread, type ThreadCalls, type ThreadOptions } from './thread.js';
import { ThreadLost } from './thread-lost.js';

export interface SupervisedThreadOptions extends ThreadOptions {
  /** Hears of each end and of each start that failed: a sentence. */
  readonly warn: (message: string) => void;
  /** Puts right what an ended thread left behind, before the next one starts. */
  readonly tidyUp?: () => void;
}

/** How a supervised thread does, for whoever is asked. */
export interface ThreadState {
  readonly name: string;
  /** `idle`: it is started when first needed. */
  readonly state: 'idle' | 'running' | 'restarting';
  readonly restarts: number;
  /** Why it ended last; null when it never did. */
  readonly lastEnd: string | null;
  /** Starts that failed one after the other. */
  readonly failedStarts: number;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 30_000;
/** A thread that has run for so long ended of something new: it is started again at once. */
const STEADY_MS = 60_000;
/** Callers wait for a thread that is being started for so long. */
const PATIENCE_MS = 5_000;

/** A thread that is started again when it ends, after twice as long each time. Only the calls that it worked on fail. */
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

  /** Resolves when it runs; else it is started by the first call. @throws what kept it from starting */
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
    this.#starting.catch(() => undefined); // whoever calls meanwhile is told
  }

  /** Until it runs, or the engine stops. */
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
