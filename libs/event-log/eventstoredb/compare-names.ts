/**
 * The order of UTF-8, which is that of code points: the same for every adapter of the port. JavaScript's own order
 * differs where one name has a surrogate pair and the other a character above it (U+E000 to U+FFFF).
 */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return weight(left) - weight(right);
  }
  return a.length - b.length;
}

const SURROGATES = { first: 0xd800, last: 0xdfff } as const;

function weight(unit: number): number {
  return unit >= SURROGATES.first && unit <= SURROGATES.last ? unit + 0x10000 : unit;
}
