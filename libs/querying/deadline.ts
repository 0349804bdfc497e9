import { Unavailable } from './unavailable.js';

/** A signal that aborts with another one, or when the time is up: then with Unavailable `took-too-long`, which names the setting. */
export class Deadline {
  readonly signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;

  constructor(seconds: number, signal: AbortSignal) {
    const late = new AbortController();
    this.#timer = setTimeout(() => {
      const remedy = 'Ask for less (a shorter span, no "by"), take it faster, or let it take longer with TENURE_QUERY_SECONDS.';
      late.abort(new Unavailable('took-too-long', `The answer took longer than ${seconds} s and was given up. ${remedy}`, 30));
    }, seconds * 1_000);
    this.signal = AbortSignal.any([signal, late.signal]);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
