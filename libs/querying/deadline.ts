import { Unavailable } from './unavailable.js';

/**
 * Does work under a signal that also aborts when the time is up.
 * @throws Unavailable `took-too-long`, which names the setting
 */
export async function withinSeconds<T>(seconds: number, setting: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    const detail = `The answer took longer than ${seconds} s and was given up. Ask for less (a shorter span, no "by"), or let it take longer with ${setting}.`;
    late.abort(new Unavailable('took-too-long', detail, 30));
  }, seconds * 1_000);
  try {
    return await work(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}
