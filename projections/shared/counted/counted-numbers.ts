/**
 * How often each number was added less how often it was removed, independent of the order. `distinct`: the numbers that are
 * present, ascending. `further`: pairs of a number and how many more of it there are than `distinct` shows, ascending, never 0;
 * below 0 for a number that was removed and has not been added yet.
 */
export type CountedNumbers = [distinct: number[], further: number[]];

export const noNumbers = (): CountedNumbers => [[], []];

/** The first entry whose number is not below `value`, in a sorted list with `width` numbers to an entry. */
function placeOf(sorted: readonly number[], value: number, width: number): number {
  let low = 0;
  let high = sorted.length / width;
  // Facts normally arrive in order.
  if (high > 0 && sorted.at((high - 1) * width)! < value) return sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted.at(middle * width)! < value) low = middle + 1;
    else high = middle;
  }
  return low * width;
}

export function countNumber([distinct, further]: CountedNumbers, value: number, by: 1 | -1): void {
  const place = placeOf(distinct, value, 1);
  const shown = distinct.at(place) === value ? 1 : 0;
  const pair = placeOf(further, value, 2);
  const held = further.at(pair) === value ? further.at(pair + 1)! : 0;
  const count = shown + held + by;
  const shows = count > 0 ? 1 : 0;
  if (shows > shown) distinct.splice(place, 0, value);
  if (shows < shown) distinct.splice(place, 1);
  const more = count - shows;
  if (held === 0 && more !== 0) further.splice(pair, 0, value, more);
  else if (held !== 0 && more === 0) further.splice(pair, 2);
  else if (held !== 0) further.splice(pair + 1, 1, more);
}

/** Each number as often as it was added more than removed, ascending. */
export function numbersIn([distinct, further]: CountedNumbers): readonly number[] {
  if (further.length === 0) return distinct;
  const found = [...distinct];
  for (let i = 0; i < further.length; i += 2) for (let more = further[i + 1]!; more > 0; more -= 1) found.push(further[i]!);
  return found.sort((left, right) => left - right);
}
