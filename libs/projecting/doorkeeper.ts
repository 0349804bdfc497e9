/**
 * Remembers recent keys, so that a cache takes in only what is asked for again (the doorkeeper of TinyLFU, Einziger, Friedman and Manes
 * 2017, with a set in place of a Bloom filter: certain, and small enough). Forgets between `most` and twice as many keys ago.
 */
export class Doorkeeper {
  #current = new Set<string>();
  #previous = new Set<string>();

  constructor(private readonly most: number) {}

  /** Whether the key was seen recently; also records this visit. */
  knows(key: string): boolean {
    if (this.#current.has(key)) return true;
    const known = this.#previous.has(key);
    if (this.#current.size >= this.most) {
      this.#previous = this.#current;
      this.#current = new Set();
    }
    this.#current.add(key);
    return known;
  }
}
