import { platform, uptime } from 'node:os';
import { LogUnavailable } from '../errors.js';

/** Clocks that are kept right are never set by so much from one second to the next. */
const LARGEST_STEP_MS = 5_000;

/**
 * What no setting of the clock changes, in milliseconds, the same in every thread. It goes on while the machine sleeps; on Linux only the
 * time since its start does.
 */
const sinceStart = platform() === 'linux' ? () => uptime() * 1_000 : () => Number(process.hrtime.bigint()) / 1e6;

/** What a guard has believed last, for the one that takes its place in another thread. 0: nothing yet. */
export const clockMemory = (): SharedArrayBuffer => new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);

/**
 * The wall clock, as long as it goes as fast as the time that passes. After a jump, in either direction, it gives none: one event of a wrong
 * tomorrow would pin the recorded time of all that follow. Back where it should be it is believed again; a new process believes
 * the clock that it finds, a new thread what the one before it has believed. To be asked at least every few seconds, for differences that small ones come to are taken over.
 */
export class ClockGuard {
  /** How far the wall clock was ahead of the time that has passed, as last believed. */
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
