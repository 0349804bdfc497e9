import type { Clock } from './clock.js';
import { Queue } from './queue.js';

interface Work {
  us: number;
  readonly done: () => void;
}

export interface CoresOptions {
  /** Relative to a core of the machine on which costs were measured. */
  readonly speed?: number;
  /** Microseconds of a time slice, after which others get their turn, as in an operating system. Default: a task runs to its end, as in a server's queue. */
  readonly slice?: number;
}

/** Cores that run one task each, in order of arrival: a server, or a machine that many processes share. */
export class Cores {
  #free: number;
  #busyMs = 0;
  readonly #waiting = new Queue<Work>();
  readonly #speed: number;
  readonly #slice: number;

  constructor(
    private readonly clock: Clock,
    private readonly cores: number,
    { speed = 1, slice = Number.POSITIVE_INFINITY }: CoresOptions = {},
  ) {
    this.#free = cores;
    this.#speed = speed;
    this.#slice = slice;
  }

  /** Uses a core for so many microseconds, then calls `done`. */
  run(us: number, done: () => void): void {
    if (this.#free === 0) this.#waiting.put({ us, done });
    else this.#begin({ us, done });
  }

  /** The share of the cores' time used for work so far. */
  get utilisation(): number {
    return this.#busyMs / (this.clock.now * this.cores);
  }

  #begin(work: Work): void {
    this.#free -= 1;
    const us = Math.min(work.us, this.#slice);
    const began = this.clock.now;
    this.clock.after(us / 1_000 / this.#speed, () => {
      this.#busyMs += this.clock.now - began;
      this.#free += 1;
      work.us -= us;
      if (work.us > 0) this.#waiting.put(work);
      if (this.#waiting.length > 0) this.#begin(this.#waiting.take());
      if (work.us <= 0) work.done();
    });
  }
}
