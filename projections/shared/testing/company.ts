import { cancelled, type GivenEvent, purchase, registered, started } from './events.js';
import type { Histories } from './memory-snapshot.js';

/** The same numbers each time, from 0 to `below`. */
function numbers(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** A text and a number that print alike, and customers of whom the region is not known, are groups of their own. */
const regions = ['north', 'south', 1, '1', 'null', null];
const hour = 3_600_000;

/** Ninety customers who bought in 2025 and 2026. Many facts lie within hours of midnight, so that the day, and with it the row and the cohort, depends on the zone. */
export function company(): Histories {
  const next = numbers();
  const at = (day: number): number => Date.UTC(2025, 0, 1 + day) + (next(9) - 4) * hour;
  const customer = (no: number): [string, GivenEvent[]] => {
    const first = next(300);
    const purchases = Array.from({ length: 1 + next(5) }, () => purchase(at(first + next(2) * next(200))));
    const start = next(300);
    const ends = [cancelled(at(start + next(150)), 's', next(3) === 0 ? 'involuntary' : 'pricing')].slice(next(2));
    const region = regions[next(regions.length)];
    const details = region === null ? { shop: `shop ${no}` } : { region: region!, shop: `shop ${no % 60}` };
    return [`c${no}`, [registered(at(0), details), purchase(at(first)), ...purchases, ...(next(2) === 0 ? [] : [started(at(start), 's'), ...ends])]];
  };
  return Object.fromEntries(Array.from({ length: 90 }, (_, no) => customer(no)));
}
