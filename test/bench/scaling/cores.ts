import type { Clock } from './clock.js';
import { Queue } from './queue.js';

interface Work {
  us: number;
  readonly done: () => void;
}

export interface CoresOptions {
  /** Against a core of the machine on which costs were measured. */
  readonly speed?: number;
  /** So many microseconds at a time, then those who wait have their turn, as an operating system has it; all at once by default, as a server's own queue. */
  readonly slice?: number;
}

/** Cores that take one piece of work each, in order of arrival: a server, or a machine that many processes share. */
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

  /** So many microseconds of a core, then `done`. */
  run(us: number, done: () => void): void {
    if (this.#free === 0) this.#waiting.put({ us, done });
    else this.#begin({ us, done });
  }

  /** The share of the cores' time that has gone into work, up to now. */
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
