const z = 1.959963984540054;

/** Wilson (1927) score interval of a share, 95 %: stays within 0..1 and is honest for small counts. */
export function wilsonInterval(count: number, size: number): { rate: number; low: number; high: number } | null {
  if (size === 0) return null;
  const rate = count / size;
  const scale = 1 + (z * z) / size;
  const centre = (rate + (z * z) / (2 * size)) / scale;
  const reach = (z / scale) * Math.sqrt((rate * (1 - rate)) / size + (z * z) / (4 * size * size));
  return { rate, low: count === 0 ? 0 : centre - reach, high: count === size ? 1 : centre + reach };
}
