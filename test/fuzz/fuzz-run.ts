import { SeededRandom } from '../engine/seeded-random.js';

/** One number determines a run: it is printed, and TENURE_TEST_SEED with it sends the same requests again. */
export const seed = Number(process.env['TENURE_TEST_SEED'] ?? 20_261_122);

/** The number of attempts: 1 takes some seconds for each story. */
const effort = Number(process.env['TENURE_TEST_FUZZ'] ?? 1);

export function fuzzRandom(story: string): SeededRandom {
  console.info(`${story}: TENURE_TEST_SEED=${seed} TENURE_TEST_FUZZ=${effort}`);
  return new SeededRandom(seed);
}

export function times(count: number): number {
  return Math.ceil(count * effort);
}
