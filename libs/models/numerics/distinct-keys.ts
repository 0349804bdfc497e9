/**
 * Numbers the different doubles it is given, 0, 1, 2, ... in order of appearance. An open-addressing table on typed
 * arrays: a Map boxes every double, which costs most of the time of grouping a million customers.
 */
export class DistinctKeys {
  #keys = new Float64Array(1024);
  #words = new Int32Array(this.#keys.buffer);
  /** Number of a key plus one; 0 is an empty slot. At most half of the slots are used. */
  #slots = new Int32Array(2048);
  #count = 0;

  numberOf(key: number): number {
    if (this.#count === this.#keys.length) this.#grow();
    this.#keys[this.#count] = key;
    const slot = this.#slotOf(this.#count);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    this.#count += 1;
    this.#slots[slot] = this.#count;
    return this.#count - 1;
  }

  /** The keys in order of their numbers. */
  values(): Float64Array {
    return this.#keys.slice(0, this.#count);
  }

  /** The slot of the key at `index`, or the free slot for it. */
  #slotOf(index: number): number {
    const keys = this.#keys;
    const words = this.#words;
    const slots = this.#slots;
    const key = keys[index]!;
    let hash = Math.imul(words[2 * index]! ^ Math.imul(words[2 * index + 1]!, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
    while (slots[slot]! !== 0 && keys[slots[slot]! - 1]! !== key) slot = (slot + 1) & (slots.length - 1);
    return slot;
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#words = new Int32Array(keys.buffer);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let index = 0; index < this.#count; index += 1) this.#slots[this.#slotOf(index)] = index + 1;
  }
}
