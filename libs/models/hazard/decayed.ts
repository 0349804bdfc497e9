/** The first `count` of some days, each counted by how long ago it was: one half after `halfLife` days, a quarter after two of them. */
export function decayed(days: ArrayLike<number>, count: number, day: number, halfLife: number): number {
  const oldest = day - negligibleAfter * halfLife;
  const rate = Math.LN2 / halfLife;
  let sum = 0;
  for (let i = count - 1; i >= 0 && days[i]! >= oldest; i -= 1) sum += Math.exp(rate * (days[i]! - day));
  return sum;
}

/** In half-lives: a thousandth of a thousandth is left. */
const negligibleAfter = 20;
