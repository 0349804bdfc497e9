/**
 * Keeps members that read the same log in lockstep: one that is ahead waits for those behind, so that a page fetched for one
 * serves all, and is not kept for long.
 */
export class Lockstep {
  /** The position of each member. Positions sort as text. */
  readonly #positions = new Map<object, string>();
  #waiting: Array<() => void> = [];

  /** Resolves when no member is behind this position, or when the member has left. */
  async waitTurn(member: object, position: string): Promise<void> {
    this.#positions.set(member, position);
    this.#wake();
    while (this.#positions.has(member) && [...this.#positions.values()].some((each) => each < position)) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** No other member waits for this one any more. */
  leave(member: object): void {
    if (this.#positions.delete(member)) this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
