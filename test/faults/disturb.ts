import type { SeededRandom } from '../engine/seeded-random.js';

export interface Disturbance<T> {
  /** What comes out, in this order. */
  readonly records: readonly T[];
  readonly dropped: readonly T[];
}

const DROPPED = 0.01;
const MOST_COPIES = 5;
const WINDOW = 50;

/** Each record once to five times, no copy further than the window from its place; one in a hundred not at all. */
export function disturb<T>(records: readonly T[], random: SeededRandom): Disturbance<T> {
  const placed: Array<{ place: number; record: T }> = [];
  const dropped: T[] = [];
  records.forEach((record, index) => {
    if (random.chance(DROPPED)) {
      dropped.push(record);
      return;
    }
    const copies = 1 + random.below(MOST_COPIES);
    for (let copy = 0; copy < copies; copy++) placed.push({ place: index + random.next() * WINDOW, record });
  });
  return { records: placed.sort((a, b) => a.place - b.place).map(({ record }) => record), dropped };
}
