export interface Samples {
  readonly ours: number[];
  readonly floor: number[];
}

/**
 * Floor, ours, floor, ours, ..., floor: on a shared machine both sides meet the same conditions, and the floor at both ends shows whether
 * they changed.
 */
export async function alternateRounds(rounds: number, ours: (round: number) => Promise<number>, floor: (round: number) => Promise<number>): Promise<Samples> {
  const samples: Samples = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round++) {
    samples.floor.push(await floor(round));
    samples.ours.push(await ours(round));
  }
  samples.floor.push(await floor(rounds));
  return samples;
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The quantile of the samples at `share`. */
export function quantile(samples: readonly number[] | Float64Array, share: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
