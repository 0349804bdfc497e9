/**
 * Order by code point, which is the order of UTF-8 bytes and so that of MongoDB and SQLite. JavaScript's `<` compares
 * UTF-16 units, where characters above U+FFFF (surrogates, D800 to DFFF) come before U+E000 to U+FFFF.
 */
export function byCodePoint(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  const surrogate = unit >= 0xd800 && unit <= 0xdfff;
  return surrogate ? unit + 0x10000 : unit;
}
