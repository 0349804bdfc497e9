/** Some places of a list, ascending, of which the latest that is not spent is asked for again and again. */
export class DescendingPlaces {
  readonly #places: number[] = [];
  /** Of each entry the one below it that was not spent when last looked at: what is spent is passed over once. */
  readonly #below: number[] = [];

  add(place: number): void {
    this.#below.push(this.#places.length - 1);
    this.#places.push(place);
  }

  /** The latest place below `end` that fits and is not spent; -1 where there is none. */
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
