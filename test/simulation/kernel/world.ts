import type { SeededRandom } from '../../engine/seeded-random.js';
import { Faults } from './faults.js';
import { SimulatedProcess } from './simulated-process.js';

interface Waiting {
  readonly process: SimulatedProcess;
  readonly due: number;
  readonly what: string;
  readonly take: () => void;
}

const realSetImmediate = setImmediate;
/** The average duration of a step. */
const STEP_MS = 0.5;

/**
 * Time and order. Everything that a process awaits, an answer or an hour, is queued here; one turn lets one item happen, chosen by the seed. Between
 * two turns all code runs until it waits again, so the same seed gives the same run.
 */
export class World {
  /** True milliseconds since the beginning. */
  now = 0;
  readonly trace: string[] = [];
  readonly faults: Faults;
  /** Servers, wires and supervisors: never paused, never dead. */
  readonly outside: SimulatedProcess;
  #waiting: Waiting[] = [];
  #violation: Error | null = null;

  constructor(readonly random: SeededRandom) {
    this.faults = new Faults(random);
    this.outside = new SimulatedProcess(this, 'outside');
  }

  /** Resolves when the scheduler lets this process continue. */
  step(process: SimulatedProcess, what: string): Promise<void> {
    return new Promise((resolve) => {
      this.after(process, 0, what, resolve);
    });
  }

  /** Calls back after this time, if the process is still alive. Returns a function that cancels it. */
  after(process: SimulatedProcess, ms: number, what: string, take: () => void): () => void {
    if (process.state === 'dead') return () => undefined;
    const waiting: Waiting = { process, due: this.now + Math.max(0, ms), what, take };
    this.#waiting.push(waiting);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== waiting);
    };
  }

  forget(process: SimulatedProcess): void {
    this.#waiting = this.#waiting.filter((each) => each.process !== process);
  }

  /** Whether the world outside still has such a task to do. */
  awaits(what: RegExp): boolean {
    return this.#waiting.some((each) => each.process === this.outside && what.test(each.what));
  }

  async turn(): Promise<void> {
    this.now += this.random.next() * 2 * STEP_MS;
    const next = this.#next();
    this.#waiting = this.#waiting.filter((each) => each !== next);
    this.note(`${next.process.name}: ${next.what}`);
    next.process.run(next.take);
    await new Promise<void>((resolve) => realSetImmediate(resolve));
    if (this.#violation) throw this.#violation;
  }

  note(line: string): void {
    this.trace.push(`${this.now.toFixed(1).padStart(9)}  ${line}`);
  }

  /** An invariant is broken: the run ends after this turn, even if the code under test catches the exception. */
  violated(what: string): void {
    this.note(`VIOLATION ${what}`);
    this.#violation ??= new Error(what);
  }

  #next(): Waiting {
    const able = this.#waiting.filter(({ process }) => process.state === 'running');
    const due = able.filter((each) => each.due <= this.now);
    if (due.length > 0) return this.random.pick(due);
    const first = able.reduce<Waiting | null>((least, each) => (least === null || each.due < least.due ? each : least), null);
    if (!first) throw new Error('Nobody waits for anything any more.');
    this.now = first.due;
    return first;
  }
}
