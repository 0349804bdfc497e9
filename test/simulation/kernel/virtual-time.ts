import { jest } from '@jest/globals';
import { SimulatedProcess } from './simulated-process.js';

const real = { setTimeout, clearTimeout, now: Date.now, monotonic: performance.now.bind(performance), random: Math.random };
/** When simulated time begins. */
export const EPOCH = Date.UTC(2026, 0, 5, 12);

/** The parts of a timer that the code under test uses. A timer keeps nothing alive: a run ends when it is judged. */
interface VirtualTimer {
  readonly cancel: () => void;
  readonly unref: () => VirtualTimer;
}

/**
 * Clocks, timers and random numbers of the code under test, taken from the world of the calling process. Import this before the code under test;
 * code outside the simulation keeps the real ones.
 */
jest.unstable_mockModule('node:timers/promises', () => ({ setTimeout: delay, setImmediate: nextTurn }));

export function installVirtualTime(): void {
  Date.now = () => {
    const process = SimulatedProcess.current();
    return process ? Math.floor(EPOCH + process.world.now + process.skewMs) : real.now();
  };
  performance.now = () => SimulatedProcess.current()?.world.now ?? real.monotonic();
  Math.random = () => SimulatedProcess.current()?.world.random.next() ?? real.random();
  globalThis.setTimeout = ((callback: () => void, ms = 0, ...rest: []) => {
    const process = SimulatedProcess.current();
    if (!process) return real.setTimeout(callback, ms, ...rest);
    const timer: VirtualTimer = { cancel: process.world.after(process, ms, `waited ${ms} ms`, callback), unref: () => timer };
    return timer;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((timer: VirtualTimer | undefined) => {
    if (timer && 'cancel' in timer) timer.cancel();
    else real.clearTimeout(timer as never);
  }) as typeof clearTimeout;
}

export function removeVirtualTime(): void {
  Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
  Date.now = real.now;
  performance.now = real.monotonic;
  Math.random = real.random;
}

function delay<T>(ms: number, value: T, { signal }: { signal?: AbortSignal } = {}): Promise<T> {
  const process = SimulatedProcess.current();
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const done = () => {
      signal?.removeEventListener('abort', aborted);
      resolve(value);
    };
    const timer = process ? null : real.setTimeout(done, ms);
    const cancel = process?.world.after(process, ms, `slept ${Math.round(ms)} ms`, done);
    const aborted = () => {
      cancel?.();
      if (timer) real.clearTimeout(timer);
      reject(signal!.reason);
    };
    signal?.addEventListener('abort', aborted, { once: true });
  });
}

function nextTurn(): Promise<void> {
  const process = SimulatedProcess.current();
  return process ? process.world.step(process, 'next turn') : new Promise((resolve) => setImmediate(resolve));
}
