import { gammaDraw, randomStream } from '../purchases/simulated-customers.fixture.js';

/** How customers of a made-up shop buy. */
export interface Shop {
  /** Gaps are gamma distributed with this shape around a mean of each customer's own: 1 is chance, 4 is regular. */
  readonly shape: number;
  /** Chance to leave after each purchase. */
  readonly leaving: number;
  /** Share of purchases that are skipped in the low season. */
  readonly season: number;
  readonly seed: number;
  readonly days?: number;
  readonly customers?: number;
}

/** Purchase days of customers who come over 85 % of the days, and go on for 90 days after the last. */
export function shop({ shape, leaving, season, seed, days = 1000, customers = 4000 }: Shop): number[][] {
  const random = randomStream(seed);
  const last = days + 90;
  return Array.from({ length: customers }, () => {
    const gap = 15 + 25 * gammaDraw(2, random);
    const bought = new Set<number>();
    let time = random() * days * 0.85;
    while (time < last) {
      bought.add(Math.floor(time));
      if (random() < leaving) break;
      // Thinned: in the low season a purchase is skipped.
      do time += (gammaDraw(shape, random) / shape) * gap;
      while (random() < (season * (1 - Math.cos((2 * Math.PI * time) / 365))) / 2 && time < last);
    }
    return [...bought].sort((one, other) => one - other);
  });
}
