import type { Position } from '../event.js';

const WIDTH = 16;

/** Zero-padded, so that positions sort as strings. */
export function toPosition(number: number): Position {
  return String(number).padStart(WIDTH, '0');
}

/** Not every string is one of ours: callers hand positions in from outside. Null when it is invalid. */
export function fromPosition(position: Position): number | null {
  const number = /^\d{1,64}$/.test(position) ? Number(position) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** As this log writes it, however many zeros precede it. */
export function readPosition(text: string): Position | null {
  const number = fromPosition(text);
  return number === null ? null : toPosition(number);
}
