import { headerWord } from '../header-word.js';

/** The names of a field in files, the likeliest first; names of one rank are equally likely. */
export type Ranks = readonly ReadonlySet<string>[];

/** One rank per argument, names separated by commas: `ranked('Order total, 订单金额', 'Total')`. */
export function ranked(...ranks: readonly string[]): Ranks {
  return ranks.map((names) => new Set(names.split(',').map(headerWord)));
}
