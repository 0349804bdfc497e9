/** The median of at least one number; the lower of two, so that the median of counts is a count. */
export function lowerMedian(values: readonly number[]): number {
  return Float64Array.from(values).sort()[(values.length - 1) >> 1]!;
}
