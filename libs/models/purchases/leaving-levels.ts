import { type LikelihoodData, levelsOf } from './grouped-likelihood.js';
import { type PurchaseLevel, purchaseLevels } from './purchase-levels.js';

/** The customers of one x: they may have left at any time between `tx` and `T`. */
export interface LeavingLevel extends PurchaseLevel {
  /** The different `tx` and `T` of the level, ascending, as indices of `times`. */
  readonly times: Int32Array;
}

/** The groups sorted by x, with logarithms of times tabulated once per evaluation. */
export interface LeavingData {
  readonly levels: readonly LeavingLevel[];
  readonly weight: Float64Array;
  /** Row to entry of its level's `times`: `tx` and `T`. */
  readonly since: Int32Array;
  readonly until: Int32Array;
  /** All different times, ascending, and for each ln(1 + t/alpha), t/(alpha + t), ln(1 + t/beta), t/(beta + t). */
  readonly times: Float64Array;
  readonly growth: Float64Array;
  readonly share: Float64Array;
  readonly leavingGrowth: Float64Array;
  readonly leavingShare: Float64Array;
  /** Fills the tables. */
  place(alpha: number, beta: number): void;
}

export function leavingLevels({ groups, tail }: LikelihoodData): LeavingData {
  const { levels, order } = purchaseLevels(groups, tail.length);
  const rows = order.length;
  const both = new Float64Array(2 * rows); // tx of each row, then T
  order.forEach((group, row) => {
    both[row] = groups.tx[group]!;
    both[rows + row] = groups.T[group]!;
  });
  const distinct = levelsOf(both);
  const times = Float64Array.from(distinct.values).sort();
  const rankOf = new Map(Array.from(times, (time, rank) => [time, rank]));
  const ranks = distinct.values.map((time) => rankOf.get(time)!);
  const timeOf = distinct.of.map((value) => ranks[value]!);

  const placeIn = new Int32Array(times.length);
  const since = new Int32Array(rows);
  const until = new Int32Array(rows);
  const withTimes = levels.map((level): LeavingLevel => {
    const { from, to } = level;
    const used = Int32Array.from(new Set([...timeOf.subarray(from, to), ...timeOf.subarray(rows + from, rows + to)])).sort();
    used.forEach((rank, i) => {
      placeIn[rank] = i;
    });
    for (let row = from; row < to; row += 1) {
      since[row] = placeIn[timeOf[row]!]!;
      until[row] = placeIn[timeOf[rows + row]!]!;
    }
    return { ...level, times: used };
  });

  const table = () => new Float64Array(times.length);
  const tables = { growth: table(), share: table(), leavingGrowth: table(), leavingShare: table() };
  const place = (alpha: number, beta: number): void => {
    for (let i = 0; i < times.length; i += 1) {
      const time = times[i]!;
      tables.growth[i] = Math.log1p(time / alpha);
      tables.share[i] = time / (alpha + time);
      tables.leavingGrowth[i] = Math.log1p(time / beta);
      tables.leavingShare[i] = time / (beta + time);
    }
  };
  return { levels: withTimes, weight: Float64Array.from(order, (group) => groups.weight[group]!), since, until, times, ...tables, place };
}
