/** One customer of a ranking: the higher value comes first, then the smaller key. */
export interface Ranked {
  readonly value: number;
  readonly key: string;
}

const before = (left: Ranked, right: Ranked): boolean => left.value > right.value || (left.value === right.value && left.key < right.key);

/**
 * Keeps the first `limit` entries of a ranking that come after `after`, in one pass and in memory for that many. The
 * heap has the last kept entry on top, so that most of a million entries cost one comparison.
 */
export class BestFirst<Entry extends Ranked> {
  readonly #heap: Entry[] = [];

  constructor(
    private readonly limit: number,
    private readonly after: Ranked | null,
  ) {}

  /** Whether an entry of this rank would be kept: lets the caller build the entry only then. */
  accepts(value: number, key: string): boolean {
    const { after } = this;
    const heap = this.#heap;
    if (after !== null && !(value < after.value || (value === after.value && key > after.key))) return false;
    if (heap.length < this.limit) return true;
    const last = heap[0]!;
    return value > last.value || (value === last.value && key < last.key);
  }

  add(entry: Entry): void {
    const heap = this.#heap;
    if (heap.length < this.limit) {
      heap.push(entry);
      this.#rise(heap.length - 1);
    } else {
      heap[0] = entry;
      this.#sink();
    }
  }

  inOrder(): Entry[] {
    return [...this.#heap].sort((left, right) => (before(left, right) ? -1 : 1));
  }

  #rise(start: number): void {
    const heap = this.#heap;
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!before(heap[parent]!, heap[at]!)) return;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && before(heap[last]!, heap[child]!)) last = child;
      if (last === at) return;
      [heap[last], heap[at]] = [heap[at]!, heap[last]!];
      at = last;
    }
  }
}
