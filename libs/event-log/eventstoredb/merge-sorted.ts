interface Head<T> {
  value: T;
  readonly rest: AsyncIterator<T> | Iterator<T>;
}

/** One ascending sequence from many ascending ones, holding one element of each: a binary heap of their heads. */
export async function* mergeSorted<T>(sequences: readonly (AsyncIterable<T> | Iterable<T>)[], compare: (a: T, b: T) => number): AsyncGenerator<T> {
  const heap: Head<T>[] = [];
  for (const sequence of sequences) {
    const rest = Symbol.asyncIterator in sequence ? sequence[Symbol.asyncIterator]() : sequence[Symbol.iterator]();
    const first = await rest.next();
    if (!first.done) heap.push({ value: first.value, rest });
  }
  for (let i = Math.floor(heap.length / 2) - 1; i >= 0; i--) sink(heap, i, compare);
  while (heap.length > 0) {
    const top = heap[0]!;
    yield top.value;
    const next = await top.rest.next();
    if (next.done) {
      const last = heap.pop()!;
      if (last === top) return;
      heap[0] = last;
    } else {
      top.value = next.value;
    }
    sink(heap, 0, compare);
  }
}

function sink<T>(heap: Head<T>[], from: number, compare: (a: T, b: T) => number): void {
  for (let i = from; ; ) {
    const left = 2 * i + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const least = right < heap.length && compare(heap[right]!.value, heap[left]!.value) < 0 ? right : left;
    if (compare(heap[i]!.value, heap[least]!.value) <= 0) return;
    [heap[i], heap[least]] = [heap[least]!, heap[i]!];
    i = least;
  }
}
