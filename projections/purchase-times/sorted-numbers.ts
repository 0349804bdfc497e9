/** Place of the first entry above `value`, from the end: facts arrive in order as a rule. */
function placeAfter(sorted: readonly number[], value: number): number {
  let place = sorted.length;
  while (place > 0 && sorted[place - 1]! > value) place -= 1;
  return place;
}

/** Keeps equal entries: two purchases at one moment are two. */
export function insert(sorted: number[], value: number): void {
  const place = placeAfter(sorted, value);
  if (place === sorted.length) sorted.push(value);
  else sorted.splice(place, 0, value);
}

export function insertDistinct(sorted: number[], value: number): void {
  const place = placeAfter(sorted, value);
  if (sorted[place - 1] === value) return;
  if (place === sorted.length) sorted.push(value);
  else sorted.splice(place, 0, value);
}
