/** An upcoming event, and its time. */
export interface Entry<T> {
  readonly at: number;
  readonly what: T;
}

interface Slot<T> extends Entry<T> {
  readonly order: number;
}

/** Upcoming events, earliest first; at the same moment, first come first served. A binary heap. */
export class Agenda<T> {
  readonly #heap: Slot<T>[] = [];
  #entries = 0;

  get size(): number {
    return this.#heap.length;
  }

  add(at: number, what: T): void {
    const slot = { at, what, order: this.#entries++ };
    let index = this.#heap.length;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!earlier(slot, this.#heap[parent] as Slot<T>)) break;
      this.#heap[index] = this.#heap[parent] as Slot<T>;
      index = parent;
    }
    this.#heap[index] = slot;
  }

  takeFirst(): Entry<T> | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (!first || !last || this.#heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= this.#heap.length) break;
      if (child + 1 < this.#heap.length && earlier(this.#heap[child + 1] as Slot<T>, this.#heap[child] as Slot<T>)) child += 1;
      if (!earlier(this.#heap[child] as Slot<T>, last)) break;
      this.#heap[index] = this.#heap[child] as Slot<T>;
      index = child;
    }
    this.#heap[index] = last;
    return first;
  }
}

function earlier<T>(left: Slot<T>, right: Slot<T>): boolean {
  return left.at < right.at || (left.at === right.at && left.order < right.order);
}
