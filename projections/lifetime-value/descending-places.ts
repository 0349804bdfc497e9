/** Some places of a list, ascending, of which the latest unspent one is requested again and again. */
export class DescendingPlaces {
  readonly #places: number[] = [];
  /** For each entry the one below it that was unspent at the last look: spent entries are skipped once. */
  readonly #below: number[] = [];

  add(place: number): void {
    this.#below.push(this.#places.length - 1);
    this.#places.push(place);
  }

  /** The latest place below `end` that fits and is not spent; -1 without one. */
  latest(end: number, isSpent: (place: number) => boolean, fits: (place: number) => boolean): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#places[middle]! < end) low = middle + 1;
      else high = middle;
    }
    let at = this.#unspent(low - 1, isSpent);
    while (at >= 0 && !fits(this.#places[at]!)) at = this.#unspent(this.#below[at]!, isSpent);
    return at < 0 ? -1 : this.#places[at]!;
  }

  #unspent(from: number, isSpent: (place: number) => boolean): number {
    let found = from;
    while (found >= 0 && isSpent(this.#places[found]!)) found = this.#below[found]!;
    for (let at = from; at > found; ) {
      const next = this.#below[at]!;
      this.#below[at] = found;
      at = next;
    }
    return found;
  }
}
