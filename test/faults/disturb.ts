import type { SeededRandom } from '../engine/seeded-random.js';

export interface Disturbance<T> {
  /** The resulting records, in order. */
  readonly records: readonly T[];
  readonly dropped: readonly T[];
}

const DROPPED = 0.01;
const MOST_COPIES = 5;
const WINDOW = 50;

/** Each record one to five times, no copy further than the window from its place; one record in a hundred is dropped. */
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
