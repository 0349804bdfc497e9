import type { Asker } from './asker.js';
import { TooMany } from './too-many.js';
import { Unavailable } from './unavailable.js';

export interface QueueBounds {
  /** In the plural, as in messages: `exports`. */
  readonly of: string;
  readonly atOnce: number;
  readonly atOncePerKey: number;
  readonly waitingPerKey: number;
  readonly waiting: number;
}

interface Waiting {
  readonly admit: () => void;
}

const LONGEST_RETRY_SECONDS = 60;

/** Admits a limited number at once, and takes the next from the waiting keys in turn: a key that asks for much waits for itself. */
export class FairQueue {
  /** The key whose turn is next comes first. */
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #inside = new Map<string, number>();
  #waitingInAll = 0;
  #insideInAll = 0;
  /** How long a task recently took. */
  #usualMs = 0;

  constructor(private readonly bounds: QueueBounds) {}

  get waiting(): number {
    return this.#waitingInAll;
  }

  /** Resolves with a function to leave, which may be called more than once. @throws TooMany, Unavailable; the reason of the signal */
  async enter({ key, signal }: Asker): Promise<() => void> {
    signal.throwIfAborted();
    if (!this.#hasRoomFor(key)) await this.#turn(key, signal);
    else this.#count(key, 1);
    const began = performance.now();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#usualMs += (performance.now() - began - this.#usualMs) / 8;
      this.#count(key, -1);
      this.#admitNext();
    };
  }

  async run<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    const leave = await this.enter(asker);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  #hasRoomFor(key: string): boolean {
    return this.#insideInAll < this.bounds.atOnce && (this.#inside.get(key) ?? 0) < this.bounds.atOncePerKey;
  }

  #turn(key: string, signal: AbortSignal): Promise<void> {
    const { of, waitingPerKey, waiting } = this.bounds;
    const ofKey = this.#waiting.get(key) ?? [];
    if (ofKey.length >= waitingPerKey) {
      throw new TooMany(
        'too-many-waiting',
        `${ofKey.length} ${of} of this key wait already: send fewer at once, and this one again later.`,
        this.#retryAfter(),
      );
    }
    if (this.#waitingInAll >= waiting) {
      throw new Unavailable(
        'too-busy',
        `${this.#waitingInAll} ${of} wait already, of all keys together. Send the same request again later.`,
        this.#retryAfter(),
      );
    }
    return new Promise((resolve, reject) => {
      const forget = () => {
        this.#remove(key, entry);
        reject(signal.reason);
      };
      const entry: Waiting = {
        admit: () => {
          signal.removeEventListener('abort', forget);
          this.#count(key, 1);
          resolve();
        },
      };
      signal.addEventListener('abort', forget, { once: true });
      if (ofKey.push(entry) === 1) this.#waiting.set(key, ofKey);
      this.#waitingInAll += 1;
    });
  }

  #admitNext(): void {
    for (const [key, ofKey] of this.#waiting) {
      if (!this.#hasRoomFor(key)) continue;
      const first = ofKey.shift()!;
      this.#waiting.delete(key);
      if (ofKey.length > 0) this.#waiting.set(key, ofKey); // after the other keys
      this.#waitingInAll -= 1;
      first.admit();
      return;
    }
  }

  #remove(key: string, entry: Waiting): void {
    const ofKey = this.#waiting.get(key)!;
    ofKey.splice(ofKey.indexOf(entry), 1);
    if (ofKey.length === 0) this.#waiting.delete(key);
    this.#waitingInAll -= 1;
  }

  #count(key: string, change: 1 | -1): void {
    const ofKey = (this.#inside.get(key) ?? 0) + change;
    if (ofKey > 0) this.#inside.set(key, ofKey);
    else this.#inside.delete(key);
    this.#insideInAll += change;
  }

  /** Seconds until all who wait now will have been admitted. */
  #retryAfter(): number {
    const seconds = Math.ceil((this.#usualMs * this.#waitingInAll) / this.bounds.atOnce / 1_000);
    return Math.min(Math.max(seconds, 1), LONGEST_RETRY_SECONDS);
  }
}
