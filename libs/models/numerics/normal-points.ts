const primes = [2, 3, 5, 7, 11, 13, 17, 19];

/** The most coordinates that a set of points may have. */
export const mostCoordinates = primes.length;

/**
 * `count` points that are spread as independent standard normal numbers are, the same ones every time: a Halton sequence (Halton
 * 1960) through the transform of Box and Muller (1958). Percentiles over them are closer to their limits than over random numbers.
 *
 * @param from the first of the coordinates 0 .. `mostCoordinates` - 1, even: points with other coordinates are independent
 */
export function normalPoints(count: number, size: number, from: number): Float64Array[] {
  return Array.from({ length: count }, (_, point) => {
    const coordinates = new Float64Array(size);
    for (let i = 0; i < size; i += 2) {
      const radius = Math.sqrt(-2 * Math.log(radicalInverse(point + 1, primes[from + i]!)));
      const angle = 2 * Math.PI * radicalInverse(point + 1, primes[from + i + 1]!);
      coordinates[i] = radius * Math.cos(angle);
      if (i + 1 < size) coordinates[i + 1] = radius * Math.sin(angle);
    }
    return coordinates;
  });
}

/** The digits of a whole number above 0, in a base, mirrored at the point: between 0 and 1, neither reached. */
function radicalInverse(whole: number, base: number): number {
  let inverse = 0;
  let place = 1 / base;
  for (let rest = whole; rest > 0; rest = Math.floor(rest / base)) {
    inverse += (rest % base) * place;
    place /= base;
  }
  return inverse;
}
