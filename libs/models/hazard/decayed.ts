/** The first `count` of some days, each counted by how long ago it was: one half after `halfLife` days, a quarter after two of them. */
export function decayed(days: ArrayLike<number>, count: number, day: number, halfLife: number): number {
  let sum = 0;
  for (let i = count - 1; i >= 0; i -= 1) {
    const halvings = (day - days[i]!) / halfLife;
    if (halvings > negligible) break;
    sum += 2 ** -halvings;
  }
  return sum;
}

/** A thousandth of a thousandth. */
const negligible = 20;
