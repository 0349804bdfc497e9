import { setTimeout as wait } from 'node:timers/promises';
import { Acknowledgements } from '../crash/acknowledgements.js';
import { Writers } from '../crash/writers.js';
import type { SeededRandom } from '../engine/seeded-random.js';
import { ReferenceThread } from './reference-thread.js';
import { UnrulyEngine } from './unruly-engine.js';

export interface LoopLag {
  /** At the 99th percentile. */
  readonly p99: number;
  readonly max: number;
  /** Of a thread that never works for long, at the 99th percentile. */
  readonly reference: number;
}

const WRITERS = 4;
const PAUSE_MS = 20;
const LAST_LINES = 30;

/** An engine, the clients that write to it without pause, and the commands acknowledged to them. */
export class Company {
  readonly startedAt = Date.now();
  readonly engine: UnrulyEngine;
  readonly ledger = new Acknowledgements();
  /** After each strike: recent event loop lag, in milliseconds. */
  readonly loopLags: LoopLag[] = [];
  readonly reference = new ReferenceThread();
  #writers: Writers;

  constructor(
    folder: string,
    readonly random: SeededRandom,
  ) {
    this.engine = new UnrulyEngine(folder);
    this.#writers = this.#newWriters(0);
  }

  /** The engine runs and clients write to it. */
  async work(): Promise<void> {
    if (!this.engine.isRunning()) await this.engine.start();
    this.#writers.connect(this.engine.client);
  }

  /** Nobody writes any more, and every command sent is answered or has failed. */
  async pause(): Promise<void> {
    this.#writers.disconnect();
    await this.#writers.settled();
  }

  /** The writers settle their commands, and go; new writers, who know nothing of these, come when work resumes. */
  async changeWriters(): Promise<void> {
    await this.work();
    await this.#writers.stop();
    this.#writers = this.#newWriters(this.#writers.lastNumber);
  }

  /** A hang is a fault of its own: it is reported with the last lines of the engine's log. */
  async within<T>(ms: number, what: string, doing: () => Promise<T>): Promise<T> {
    const late = new AbortController();
    const limit = wait(ms, null, { signal: late.signal }).then(() => {
      throw new Error(`Still busy after ${ms} ms: ${what}\n${this.engine.stderr.split('\n').slice(-LAST_LINES).join('\n')}`);
    });
    limit.catch(() => undefined);
    return Promise.race([doing(), limit]).finally(() => late.abort());
  }

  /** Leaves everything in progress; nothing keeps this process from ending. */
  async abandon(): Promise<void> {
    this.#writers.disconnect();
    await this.engine.kill();
    await this.reference.end();
  }

  /** Settles all commands sent and stops the engine; answers its exit code. */
  async close(): Promise<number | null> {
    await this.work();
    await this.#writers.stop();
    await this.reference.end();
    return this.engine.stop();
  }

  #newWriters(firstNumber: number): Writers {
    return new Writers(this.ledger, this.random, WRITERS, { pauseMs: PAUSE_MS, firstNumber });
  }
}
