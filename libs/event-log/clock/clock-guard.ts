import { platform, uptime } from 'node:os';
import { LogUnavailable } from '../errors.js';

/** Clocks that are kept right are never set by so much from one second to the next. */
const LARGEST_STEP_MS = 5_000;

/** What no setting of the clock changes, in milliseconds. It goes on while the machine sleeps; on Linux only the time since its start does. */
const sinceStart = platform() === 'linux' ? () => uptime() * 1_000 : () => performance.now();

/**
 * The wall clock, as long as it goes as fast as the time that passes. After a jump, in either direction, it gives none: one event of a wrong
 * tomorrow would pin the recorded time of all that follow. Back where it should be it is believed again; a new process believes
 * the clock that it finds. To be asked at least every few seconds, for differences that small ones come to are taken over.
 */
export class ClockGuard {
  #wall: number;
  #passed: number;

  constructor(
    private readonly wall: () => number = Date.now,
    private readonly passed: () => number = sinceStart,
  ) {
    this.#wall = wall();
    this.#passed = passed();
  }

  /** Epoch milliseconds. @throws LogUnavailable `clock-jumped` */
  now(): number {
    const wall = this.wall();
    const passed = this.passed();
    const jump = wall - this.#wall - (passed - this.#passed);
    if (Math.abs(jump) > LARGEST_STEP_MS) throw clockJumped(jump);
    this.#wall = wall;
    this.#passed = passed;
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
