import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const RESOLUTION_MS = 10;
const WINDOW_MS = 10_000;

/** How long requests lately had to wait for the event loop, in milliseconds: the longest, and the 99th percentile. */
export interface LoopLag {
  readonly max: number;
  readonly p99: number;
}

/** Measures how long the event loop is held up, in windows of ten seconds: from when requests can come, not what a start takes. */
@Injectable()
export class LoopLagMeter implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #windows = setInterval(() => this.#next(), WINDOW_MS).unref();
  #before: LoopLag = { max: 0, p99: 0 };

  onApplicationBootstrap(): void {
    this.#histogram.enable();
  }

  /** Of this window and the one before. */
  get lag(): LoopLag {
    const now = this.#measured();
    return { max: Math.max(now.max, this.#before.max), p99: Math.max(now.p99, this.#before.p99) };
  }

  onModuleDestroy(): void {
    clearInterval(this.#windows);
    this.#histogram.disable();
  }

  #next(): void {
    this.#before = this.#measured();
    this.#histogram.reset();
  }

  /** The histogram counts the time between two of its timers, in nanoseconds. */
  #measured(): LoopLag {
    if (this.#histogram.count === 0) return { max: 0, p99: 0 };
    const lag = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - RESOLUTION_MS);
    return { max: lag(this.#histogram.max), p99: lag(this.#histogram.percentile(99)) };
  }
}
