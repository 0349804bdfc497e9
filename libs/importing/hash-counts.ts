const shardCount = 256;
const firstSlots = 64;
const fullest = 0.75;

/**
 * How often each text occurred, with a 64-bit hash of each in typed arrays: 12 bytes a slot, some 20 bytes for each
 * different text, so 20 MB for a million and no object for the garbage collector to walk. Two different texts share a
 * hash with a probability of n^2 / 2^65: 3 in a million for 10 million texts.
 * Split into shards that grow one at a time, by half, so that growing never needs twice the memory.
 */
export class HashCounts {
  /** Number of different texts. */
  size = 0;
  readonly #shards: Shard[] = Array.from({ length: shardCount }, () => new Shard(firstSlots));

  /** Counts one more occurrence; returns how often the text occurred before. */
  add(text: string): number {
    const high = highLane(text);
    const low = lowLane(text) || 1;
    const at = high & (shardCount - 1);
    let shard = this.#shards[at] as Shard;
    if (shard.used >= shard.slots * fullest) this.#shards[at] = shard = shard.grown();
    const before = shard.add(high, low);
    if (before === 0) this.size += 1;
    return before;
  }
}

/** Open addressing with linear probing. A slot whose low half is 0 is free. */
class Shard {
  used = 0;
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(readonly slots: number) {
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#counts = new Uint32Array(slots);
  }

  add(high: number, low: number, times = 1): number {
    let slot = Math.floor((low / 2 ** 32) * this.slots);
    while (this.#low[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = slot + 1 === this.slots ? 0 : slot + 1;
    if (this.#low[slot] === 0) {
      this.#low[slot] = low;
      this.#high[slot] = high;
      this.used += 1;
    }
    const before = this.#counts[slot] as number;
    this.#counts[slot] = before + times;
    return before;
  }

  grown(): Shard {
    const larger = new Shard(Math.ceil(this.slots * 1.5));
    for (let slot = 0; slot < this.slots; slot += 1) {
      if (this.#low[slot] !== 0) larger.add(this.#high[slot] as number, this.#low[slot] as number, this.#counts[slot]);
    }
    return larger;
  }
}

/** 32 bits of a text. */
export function textHash(text: string): number {
  return lowLane(text);
}

/** Two lanes with different constants, multiplied and rotated as in MurmurHash3, whose finaliser ends each (Appleby, public domain). */
function highLane(text: string): number {
  let hash = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ text.charCodeAt(at), 0xcc9e2d51);
  return finished(hash ^ text.length);
}

function lowLane(text: string): number {
  let hash = 0x7f4a7c15;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(((hash << 15) | (hash >>> 17)) ^ text.charCodeAt(at), 0x1b873593);
  return finished(hash ^ text.length);
}

function finished(state: number): number {
  let hash = state ^ (state >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
