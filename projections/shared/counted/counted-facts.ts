type Scalar = string | number | null;
/** A fact as the values that figures are made of. */
export type FactTuple = readonly Scalar[];

/** Entry by entry; a missing value comes first. The same place of two facts of one kind holds the same type. */
export function compareFacts(left: FactTuple, right: FactTuple): number {
  for (let i = 0; i < left.length; i += 1) {
    const one = left[i] ?? null;
    const other = right[i] ?? null;
    if (one === other) continue;
    if (one === null) return -1;
    if (other === null) return 1;
    return one < other ? -1 : 1;
  }
  return 0;
}

function placeAfter(sorted: readonly FactTuple[], fact: FactTuple): number {
  let low = 0;
  let high = sorted.length;
  // Facts normally arrive in order.
  if (high > 0 && compareFacts(sorted.at(-1)!, fact) <= 0) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareFacts(sorted.at(middle)!, fact) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Adds `fact` to `held`, ascending, unless it is in `owed`: it was taken back before it arrived. With the two lists exchanged it
 * takes a fact back. The result does not depend on the order of these calls.
 */
export function keep<Tuple extends FactTuple>(fact: Tuple, held: Tuple[], owed: Tuple[]): void {
  const place = placeAfter(owed, fact) - 1;
  if (place >= 0 && compareFacts(owed.at(place)!, fact) === 0) owed.splice(place, 1);
  else held.splice(placeAfter(held, fact), 0, fact);
}
