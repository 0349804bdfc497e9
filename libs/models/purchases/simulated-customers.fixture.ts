import { PurchaseGaps, type PurchaseGroups, type PurchaseHistory } from '../index.js';

/** mulberry32: the same draws in every run. */
export function randomStream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Marsaglia & Tsang (2000). */
export function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function betaDraw(a: number, b: number, random: () => number): number {
  const first = gammaDraw(a, random);
  return first / (first + gammaDraw(b, random));
}

export interface Truth {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** Customers observed for T, who leave at each purchase (`fromFirst`: the first one too) with an individual chance. */
export function simulateCustomers(count: number, T: number, truth: Truth, fromFirst: boolean, seed: number): PurchaseHistory[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, () => {
    const rate = gammaDraw(truth.r, random) / truth.alpha;
    const chance = betaDraw(truth.a, truth.b, random);
    const wait = () => -Math.log(1 - random()) / rate;
    let x = 0,
      tx = 0;
    if (fromFirst && random() < chance) return { x, tx, T };
    let time = wait();
    while (time < T) {
      x += 1;
      tx = time;
      if (random() < chance) break;
      time += wait();
    }
    return { x, tx, T };
  });
}

/** The times of purchases until T of customers who buy at Erlang-k gaps, and leave as above; the first purchase is at 0. */
export function simulateRegular(count: number, T: number, truth: Truth & { k: number }, fromFirst: boolean, seed: number): number[][] {
  const random = randomStream(seed);
  return Array.from({ length: count }, () => {
    const rate = gammaDraw(truth.r, random) / truth.alpha;
    const chance = betaDraw(truth.a, truth.b, random);
    const times = [0];
    for (let stays = !fromFirst || random() >= chance; stays; stays = random() >= chance) {
      const next = times.at(-1)! + gammaDraw(truth.k, random) / rate;
      if (next > T) break;
      times.push(next);
    }
    return times;
  });
}

/** What is known of them at a time `T`, each customer a group, with the gaps. */
export function knownAt(T: number, everyone: readonly number[][]): PurchaseGroups {
  const gaps = new PurchaseGaps();
  const histories = everyone.map((times) => {
    const seen = times.filter((time) => time <= T);
    gaps.add(seen, T);
    return { x: seen.length - 1, tx: seen.at(-1)!, T };
  });
  return { ...ungrouped(histories), gaps: gaps.sums('day') };
}

/**
 * Customers observed for T, who leave at any moment, with an individual hazard. Without `alpha` all buy at the rate r,
 * without `beta` all leave at the rate s.
 */
export function simulateLifetimes(count: number, T: number, truth: { r: number; alpha?: number; s: number; beta?: number }, seed: number): PurchaseHistory[] {
  const random = randomStream(seed);
  const draw = (shape: number, age: number | undefined) => (age === undefined ? shape : gammaDraw(shape, random) / age);
  return Array.from({ length: count }, () => {
    const rate = draw(truth.r, truth.alpha);
    const end = Math.min(T, -Math.log(1 - random()) / draw(truth.s, truth.beta));
    let x = 0,
      tx = 0;
    const wait = () => -Math.log(1 - random()) / rate;
    for (let time = wait(); time < end; time += wait()) {
      x += 1;
      tx = time;
    }
    return { x, tx, T };
  });
}

export function ungrouped(histories: readonly PurchaseHistory[]): PurchaseGroups {
  return {
    x: Int32Array.from(histories, ({ x }) => x),
    tx: Float64Array.from(histories, ({ tx }) => tx),
    T: Float64Array.from(histories, ({ T }) => T),
    weight: new Float64Array(histories.length).fill(1),
    timeUnit: null,
  };
}
