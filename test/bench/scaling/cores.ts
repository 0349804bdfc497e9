import type { Clock } from './clock.js';
import { Queue } from './queue.js';

interface Work {
  readonly us: number;
  readonly done: () => void;
}

/** Cores that take one piece of work each, in order of arrival: a server, or a machine that many processes share. */
export class Cores {
  #free: number;
  #busyMs = 0;
  readonly #waiting = new Queue<Work>();

  constructor(
    private readonly clock: Clock,
    private readonly cores: number,
    /** Against a core of the machine on which costs were measured. */
    private readonly speed = 1,
  ) {
    this.#free = cores;
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

  #begin({ us, done }: Work): void {
    this.#free -= 1;
    const ms = us / 1_000 / this.speed;
    const began = this.clock.now;
    this.clock.after(ms, () => {
      this.#busyMs += this.clock.now - began;
      this.#free += 1;
      if (this.#waiting.length > 0) this.#begin(this.#waiting.take());
      done();
    });
  }
}
