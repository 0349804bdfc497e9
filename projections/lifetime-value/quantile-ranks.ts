/**
 * Splits values into `groups` of as nearly equal size as possible by ordinal rank, 1 the lowest; among equal values the
 * first in the list ranks lowest (customers come ascending by id). Group of rank i of n: floor(i x groups / n) + 1.
 */
export function quantileGroups(values: Float64Array, groups: number): Uint8Array {
  const sorted = values.slice().sort();
  const seen = new Uint32Array(values.length); // at the first place of each value: how many of its equals have been ranked
  return Uint8Array.from(values, (value) => {
    const first = firstPlace(sorted, value);
    const rank = first + seen[first]!;
    seen[first]! += 1;
    return Math.floor((rank * groups) / values.length) + 1;
  });
}

function firstPlace(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
