import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const RESOLUTION_MS = 10;
const WINDOW_MS = 10_000;

/** How long requests recently had to wait for the event loop, in milliseconds: the maximum, and the 99th percentile. */
export interface LoopLag {
  readonly max: number;
  readonly p99: number;
}

/** Measures delays of the event loop in windows of ten seconds, from the moment when requests can arrive: the start is not measured. */
@Injectable()
export class LoopLagMeter implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #windows = setInterval(() => this.#next(), WINDOW_MS).unref();
  #before: LoopLag = { max: 0, p99: 0 };

  onApplicationBootstrap(): void {
    this.#histogram.enable();
  }

  /** Over this window and the one before. */
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

  /** The histogram measures the time between two of its timers, in nanoseconds. */
  #measured(): LoopLag {
    if (this.#histogram.count === 0) return { max: 0, p99: 0 };
    const lag = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - RESOLUTION_MS);
    return { max: lag(this.#histogram.max), p99: lag(this.#histogram.percentile(99)) };
  }
}
