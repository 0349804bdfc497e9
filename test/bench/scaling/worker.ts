import type { Clock } from './clock.js';
import type { Cores } from './cores.js';
import { Queue } from './queue.js';

/** A process with one thread: one task at a time, on the cores of its machine. */
export class Worker {
  #busy = false;
  #busyMs = 0;
  readonly #waiting = new Queue<() => void>();

  constructor(
    private readonly clock: Clock,
    private readonly machine: Cores,
  ) {}

  run(us: number, done: () => void): void {
    const work = () => {
      this.#busy = true;
      const began = this.clock.now;
      this.machine.run(us, () => {
        this.#busyMs += this.clock.now - began;
        this.#busy = false;
        if (this.#waiting.length > 0) this.#waiting.take()();
        done();
      });
    };
    if (this.#busy) this.#waiting.put(work);
    else work();
  }

  /** The share of its time that it has worked so far. */
  get utilisation(): number {
    return this.#busyMs / this.clock.now;
  }
}
