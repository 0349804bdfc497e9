import { headerWord } from '../header-word.js';

/** What a field is called in files, the likeliest names first; names of one rank are as likely as each other. */
export type Ranks = readonly ReadonlySet<string>[];

/** One rank an argument, names with commas between: `ranked('Order total, 订单金额', 'Total')`. */
export function ranked(...ranks: readonly string[]): Ranks {
  return ranks.map((names) => new Set(names.split(',').map(headerWord)));
}
