import type { SeededRandom } from '../../engine/seeded-random.js';

/**
 * The fate of one request to a server. `half`: a part of it took effect, and an error is answered; `late`: an error is answered, and it takes effect
 * later, when its sender and others have long continued.
 */
export const fates = ['request lost', 'answer lost', 'late', 'half', 'crash before', 'crash after'] as const;
export type Fate = (typeof fates)[number] | 'fine';

/** The fates of a run, and how often they strike. */
export class Faults {
  #kinds: readonly Fate[] = [];
  #probability = 0;

  constructor(private readonly random: SeededRandom) {}

  begin(kinds: readonly Fate[], probability: number): void {
    this.#kinds = kinds;
    this.#probability = probability;
  }

  end(): void {
    this.#probability = 0;
  }

  get on(): boolean {
    return this.#probability > 0;
  }

  next(): Fate {
    return this.#kinds.length > 0 && this.random.chance(this.#probability) ? this.random.pick(this.#kinds) : 'fine';
  }
}
