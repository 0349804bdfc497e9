import { setTimeout as delay } from 'node:timers/promises';
import type { Position } from '../event.js';
import type { Connection } from './connection.js';
import type { Head } from './head.js';
import { fromPosition } from './position.js';
import { follow } from './subscription.js';

interface Waiter {
  readonly after: Position | null;
  readonly wake: () => void;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/** The subscription stays open for this long between two waits of a reader. */
const LINGER_MS = 1_000;

/**
 * Knows how far the log has grown, for all waiting readers: one subscription, renewed for
 * ever, however it ended. A watchdog compares what the subscription has reported with the
 * head: one that is open and silent while the log grows is dropped.
 */
export class Tail {
  readonly #waiters = new Set<Waiter>();
  #last: Position | null = null;
  #running = false;
  #closed = false;
  #failure: string | null = null;
  #waitedAt = 0;
  readonly #stop = new AbortController();

  constructor(
    private readonly connection: Connection,
    private readonly head: Head,
  ) {}

  /** Why the log cannot be followed right now; it is retried for ever. Null when all is well. */
  get failure(): string | null {
    return this.#failure;
  }

  /** @throws InvalidPosition */
  async waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    if (after !== null) fromPosition(after);
    if (signal.aborted || this.#closed || this.#isBehind(after)) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiters.delete(waiter);
        this.#waitedAt = performance.now();
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const waiter = { after, wake };
      this.#waiters.add(waiter);
      signal.addEventListener('abort', wake);
      void this.#run();
    });
  }

  close(): void {
    this.#closed = true;
    this.#stop.abort();
    for (const { wake } of this.#waiters) wake();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let pause = FIRST_PAUSE_MS;
    while (!this.#closed && this.#waiters.size > 0) {
      try {
        await this.#followOnce(() => {
          pause = FIRST_PAUSE_MS;
        });
      } catch (error) {
        this.#failure = `The log at ${this.connection.name} cannot be followed: ${(error as Error).message}`;
        await this.#pause(pause, this.#stop.signal);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
    this.#running = false;
  }

  async #followOnce(confirmed: () => void): Promise<void> {
    const { head, to } = await this.head.look();
    if (head) this.#grownTo(head.position);
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, this.#stop.signal]);
    let said = this.#last;
    const followed = follow(
      this.connection,
      to,
      {
        heard: (position) => {
          said = position;
          this.#grownTo(position);
        },
        confirmed: () => {
          this.#failure = null;
          confirmed();
        },
      },
      signal,
    );
    try {
      await Promise.race([followed, this.#watch(() => said, signal), this.#unwanted(signal)]);
    } finally {
      ending.abort();
    }
  }

  /** Rejects when the subscription had a whole interval to report what the head has shown, and has not. */
  async #watch(said: () => Position | null, signal: AbortSignal): Promise<void> {
    for (let due: Position | null = null; ; ) {
      await this.#pause(this.connection.settings.watchdogMs, signal);
      if (signal.aborted) return;
      if (due !== null && (said() ?? '') < due) throw new Error('the subscription is open, but silent while the log grows; it is taken up again');
      const { head } = await this.head.look();
      due = head?.position ?? null;
      if (due !== null) this.#grownTo(due);
    }
  }

  /** Resolves when no reader has waited for a while. */
  async #unwanted(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (this.#waiters.size > 0 || performance.now() - this.#waitedAt < LINGER_MS)) await this.#pause(LINGER_MS, signal);
  }

  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    try {
      await delay(ms, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #isBehind(after: Position | null): boolean {
    return this.#last !== null && (after === null || after < this.#last);
  }

  #grownTo(position: Position): void {
    if (this.#last === null || position > this.#last) this.#last = position;
    for (const { after, wake } of [...this.#waiters]) if (this.#isBehind(after)) wake();
  }
}
