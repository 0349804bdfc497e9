/** How many of some days, ascending, lie on a day or before it. */
export function seenBy(days: ArrayLike<number>, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether none of the ascending days lies in (day, day + horizon]. */
export function isSilentAfter(days: ArrayLike<number>, day: number, horizon: number): boolean {
  const next = days[seenBy(days, day)];
  return next === undefined || next > day + horizon;
}
