import { platform, uptime } from 'node:os';
import { LogUnavailable } from '../errors.js';

/** A synchronised clock never steps by this much from one second to the next. */
const LARGEST_STEP_MS = 5_000;

/**
 * A clock in milliseconds that no setting of the wall clock changes, the same in every thread. It keeps running while the machine sleeps;
 * on Linux only the time since boot does that.
 */
const sinceStart = platform() === 'linux' ? () => uptime() * 1_000 : () => Number(process.hrtime.bigint()) / 1e6;

/** The offset that a guard trusted last, handed to the guard that replaces it in another thread. 0: nothing yet. */
export const clockMemory = (): SharedArrayBuffer => new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);

/**
 * The wall clock, trusted as long as it runs at the rate of elapsed time. After a jump in either direction it gives no time: one event
 * with tomorrow's date would pin the recorded time of all events after it. Once the clock is back where it belongs, it is trusted
 * again. A new process trusts the clock that it finds; a new thread trusts what the thread before it trusted. It has to be asked at
 * least every few seconds, because small differences are accepted and drift adds up.
 */
export class ClockGuard {
  /** How far the wall clock was ahead of elapsed time when it was last trusted. */
  readonly #ahead: Float64Array;

  constructor(
    private readonly wall: () => number = Date.now,
    private readonly passed: () => number = sinceStart,
    memory: SharedArrayBuffer = clockMemory(),
  ) {
    this.#ahead = new Float64Array(memory);
    if (this.#ahead[0] === 0) this.#ahead[0] = wall() - passed();
  }

  /** Epoch milliseconds. @throws LogUnavailable `clock-jumped` */
  now(): number {
    const wall = this.wall();
    const ahead = wall - this.passed();
    const jump = ahead - this.#ahead[0]!;
    if (Math.abs(jump) > LARGEST_STEP_MS) throw clockJumped(jump);
    this.#ahead[0] = ahead;
    return wall;
  }

  /** Null when all is well. */
  get trouble(): string | null {
    try {
      this.now();
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }
}

function clockJumped(jumpMs: number): LogUnavailable {
  const by = `${Math.round(Math.abs(jumpMs) / 1_000)} s ${jumpMs > 0 ? 'ahead' : 'back'}`;
  return new LogUnavailable(
    'clock-jumped',
    'not-appended',
    `This machine's clock has jumped ${by}, and nothing is recorded at a time that may be wrong. Set the clock right (NTP); if it is right now, restart this process.`,
  );
}
