/** Virtual time, in milliseconds, and the events scheduled in it: in order of time; at equal times in the order in which they were scheduled. */
export class Clock {
  #now = 0;
  #asked = 0;
  readonly #heap: Due[] = [];

  get now(): number {
    return this.#now;
  }

  after(ms: number, happen: () => void): void {
    const due = { at: this.#now + ms, order: this.#asked++, happen };
    const heap = this.#heap;
    let place = heap.push(due) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!earlier(due, heap[parent]!)) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = due;
  }

  /** Runs everything that is due by then. */
  runUntil(ms: number): void {
    while (this.#heap.length > 0 && this.#heap[0]!.at <= ms) {
      const { at, happen } = this.#take();
      this.#now = at;
      happen();
    }
    this.#now = ms;
  }

  #take(): Due {
    const heap = this.#heap;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && earlier(heap[child + 1]!, heap[child]!)) child += 1;
      if (!earlier(heap[child]!, last)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = last;
    return first;
  }
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

function earlier(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
