import type { Position } from '../event.js';

const WIDTH = 16;

/** Zero-padded, so that positions sort as strings. */
export function toPosition(number: number): Position {
  return String(number).padStart(WIDTH, '0');
}

/** Not every string is one of ours: callers hand positions in from outside. Null when it is none. */
export function fromPosition(position: Position): number | null {
  return /^\d{1,16}$/.test(position) ? Number(position) : null;
}
