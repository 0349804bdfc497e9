/**
 * Keeps those who go the same way side by side: who is ahead waits for those behind, so that whatever is fetched for one
 * is there for all, and nobody has to keep it for long.
 */
export class SideBySide {
  /** Where each is. Places sort as text. */
  readonly #places = new Map<object, string>();
  #waiting: Array<() => void> = [];

  /** Resolves when nobody is behind this place, or when `who` has left. */
  async turn(who: object, place: string): Promise<void> {
    this.#places.set(who, place);
    this.#wake();
    while (this.#places.has(who) && [...this.#places.values()].some((each) => each < place)) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Nobody waits for it any more. */
  leave(who: object): void {
    if (this.#places.delete(who)) this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
