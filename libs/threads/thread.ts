import { Worker } from 'node:worker_threads';
import { type ErrorClass, type FromThread, fromPlain, type ToThread, toPlain } from './messages.js';
import { ThreadLost } from './thread-lost.js';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Functions that a thread may call on its caller during a call. */
// biome-ignore lint/suspicious/noExplicitAny: each function knows its own argument
export type AnswersToThread = Readonly<Record<string, (argument: any) => Promise<unknown>>>;

export interface CallOptions {
  /** Once it aborts, the call fails with its reason, and the thread learns that nobody waits any more. */
  readonly signal?: AbortSignal;
  readonly answers?: AnswersToThread;
}

/** Calls into a thread, or into its current replacement. */
export interface ThreadCalls {
  call<T>(name: string, argument?: unknown, options?: CallOptions): Promise<T>;
  /** Rows of a handler that answers with many; at most one chunk is fetched ahead of the reader. */
  rows<T>(name: string, argument?: unknown, options?: CallOptions): AsyncGenerator<T>;
}

export interface ThreadOptions {
  readonly file: string;
  readonly name: string;
  readonly workerData: unknown;
  /** Classes by which callers recognise errors; others arrive as plain errors with their name. */
  readonly errors?: readonly ErrorClass[];
  /** A thread that needs more memory ends. Default: V8's. */
  readonly heapMegabytes?: number;
}

/** By default every thread may fill 48 MB with garbage of the young generation. */
const YOUNG_MB = 12;
/** Used in place of a call's number, to wait until the thread is ready. */
const READY = 0;

/** The caller's side of a thread that runs `serveThread`. When the thread ends, every call fails with the reason. */
export class Thread implements ThreadCalls {
  readonly #waiting = new Map<number, Waiting>();
  readonly #answers = new Map<number, AnswersToThread>();
  #next = 0;
  #dead: ThreadLost | null = null;
  readonly #ready: Promise<unknown>;

  private constructor(
    private readonly worker: Worker,
    private readonly options: ThreadOptions,
    private readonly ended: (lost: ThreadLost) => void,
  ) {
    this.#ready = new Promise((resolve, reject) => this.#waiting.set(READY, { resolve, reject }));
    worker.on('message', (message: FromThread) => this.#receive(message));
    worker.on('error', (error) => this.#die(error));
    worker.on('exit', (code) => this.#die(new Error(`it stopped with code ${code}.`)));
  }

  /** `ended` is called once if the thread ends by itself. @throws what kept it from becoming ready */
  static async start(options: ThreadOptions, ended: (lost: ThreadLost) => void = () => {}): Promise<Thread> {
    const { file, name, workerData, heapMegabytes } = options;
    const limits = { maxYoungGenerationSizeMb: YOUNG_MB, ...(heapMegabytes !== undefined && { maxOldGenerationSizeMb: heapMegabytes }) };
    const worker = new Worker(file, { workerData, name, resourceLimits: limits });
    const thread = new Thread(worker, options, ended);
    await thread.#ready;
    return thread;
  }

  async call<T>(name: string, argument?: unknown, { signal, answers }: CallOptions = {}): Promise<T> {
    const id = this.#begin(answers);
    try {
      return (await this.#ask({ kind: 'call', id, name, argument }, signal)) as T;
    } finally {
      this.#answers.delete(id);
    }
  }

  async *rows<T>(name: string, argument?: unknown, { signal, answers }: CallOptions = {}): AsyncGenerator<T> {
    const id = this.#begin(answers);
    // Also while the reader is not waiting for rows: it may never ask for more.
    const end = () => this.#post({ kind: 'end', id });
    signal?.addEventListener('abort', end, { once: true });
    try {
      await this.#ask({ kind: 'call', id, name, argument }, signal);
      for (;;) {
        const chunk = (await this.#ask({ kind: 'pull', id }, signal)) as T[] | null;
        if (chunk === null) return;
        yield* chunk;
      }
    } finally {
      this.#answers.delete(id);
      signal?.removeEventListener('abort', end);
      end();
    }
  }

  /** Lets the thread's `stop` handler finish its work, then ends the thread. */
  async stop(): Promise<void> {
    if (this.#dead) return;
    try {
      await this.call('stop');
    } finally {
      await this.end();
    }
  }

  /** Ends it at once, whatever it does. */
  async end(): Promise<void> {
    this.#dead ??= new ThreadLost(this.options.name, new Error('it was stopped'));
    await this.worker.terminate();
  }

  #begin(answers: AnswersToThread | undefined): number {
    this.#next += 1;
    if (answers) this.#answers.set(this.#next, answers);
    return this.#next;
  }

  #ask(message: ToThread, signal: AbortSignal | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#dead) return reject(this.#dead);
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => {
        this.#waiting.delete(message.id);
        this.#post({ kind: 'end', id: message.id });
        reject(signal!.reason);
      };
      const settled = () => signal?.removeEventListener('abort', leave);
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.set(message.id, {
        resolve(value) {
          settled();
          resolve(value);
        },
        reject(error) {
          settled();
          reject(error);
        },
      });
      this.#post(message);
    });
  }

  #post(message: ToThread): void {
    if (!this.#dead) this.worker.postMessage(message);
  }

  #receive(message: FromThread): void {
    if (message.kind === 'ask') {
      void this.#tell(message);
      return;
    }
    const id = message.kind === 'ready' ? READY : message.id;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (message.kind === 'failed') waiting?.reject(fromPlain(message.error, this.options.errors ?? []));
    else if (message.kind === 'chunk') waiting?.resolve(message.rows);
    else waiting?.resolve(message.kind === 'answer' ? message.value : null);
  }

  async #tell({ id, call, name, argument }: Extract<FromThread, { kind: 'ask' }>): Promise<void> {
    try {
      const answers = this.#answers.get(call);
      if (!answers?.[name]) throw new Error(`nobody answers "${name}" any more`);
      this.#post({ kind: 'told', id, value: await answers[name](argument) });
    } catch (error) {
      this.#post({ kind: 'refused', id, error: toPlain(error) });
    }
  }

  #die(error: Error): void {
    if (this.#dead) return;
    this.#dead = new ThreadLost(this.options.name, error);
    const starting = this.#waiting.get(READY);
    this.#waiting.delete(READY);
    for (const { reject } of this.#waiting.values()) reject(this.#dead);
    this.#waiting.clear();
    if (starting) starting.reject(error);
    else this.ended(this.#dead);
  }
}
