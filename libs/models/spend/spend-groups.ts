import { ModelError } from '../model-error.js';

/** One customer's spend on repeat days: the day of the first purchase is left out, refunds are already netted. */
export interface RepeatSpend {
  /** Repeat purchase days, as in `PurchaseStatistics.x`. */
  readonly x: number;
  /** Sum over those days in minor units (cents): a whole number. */
  readonly repeatMinor: number;
}

/** One customer's days with a purchase, and the spend in one currency, refunds netted. */
export interface DailySpend {
  /** Whole days since the epoch, ascending, each once; in any currency. */
  readonly days: ArrayLike<number>;
  /** The days with a purchase in the currency. */
  readonly spendDays: ArrayLike<number>;
  /** Minor units spent on each of `spendDays`: 0 where everything was free or given back. */
  readonly minor: ArrayLike<number>;
}

/** The spend in the currency on days after the customer's very first purchase day, up to and including a day. */
export function repeatSpendUpTo({ days, spendDays, minor }: DailySpend, until: number): RepeatSpend {
  let x = 0,
    repeatMinor = 0;
  for (let i = 0; i < spendDays.length && spendDays[i]! <= until; i += 1) {
    if (spendDays[i] === days[0]) continue;
    x += 1;
    repeatMinor += minor[i]!;
  }
  return { x, repeatMinor };
}

/** Repeat customers with equal (x, mean spend), counted, ascending in x. Money in major units. */
export interface SpendGroups {
  readonly x: Int32Array;
  /** Mean spend per repeat purchase day. */
  readonly mean: Float64Array;
  readonly weight: Float64Array;
  /** Repeat customers left out because their repeat days sum to zero or less: a gamma has no such value. */
  readonly leftOut: number;
}

/**
 * Groups repeat spend for the Gamma-Gamma model. Customers with x = 0 say nothing about the spread of spend and are
 * skipped; sums <= 0 are counted in `leftOut`. `minorPerMajor`: 100 for cents.
 */
export function groupSpend(rows: Iterable<RepeatSpend>, minorPerMajor = 100): SpendGroups {
  const bySum = new Map<number, Map<number, number>>();
  let leftOut = 0;
  for (const { x, repeatMinor } of rows) {
    if (!(Number.isInteger(x) && x >= 0 && Number.isInteger(repeatMinor))) {
      throw new ModelError(
        'invalid-input',
        `Not repeat spend: x ${x}, sum ${repeatMinor} minor units.`,
        'Give whole numbers: repeat days and the sum in minor units.',
      );
    }
    if (x === 0) continue;
    if (repeatMinor <= 0) {
      leftOut += 1;
      continue;
    }
    let counts = bySum.get(x);
    if (counts === undefined) {
      counts = new Map();
      bySum.set(x, counts);
    }
    counts.set(repeatMinor, (counts.get(repeatMinor) ?? 0) + 1);
  }
  const size = [...bySum.values()].reduce((sum, counts) => sum + counts.size, 0);
  const groups = { x: new Int32Array(size), mean: new Float64Array(size), weight: new Float64Array(size), leftOut };
  let i = 0;
  for (const x of [...bySum.keys()].sort((left, right) => left - right)) {
    for (const [sum, weight] of bySum.get(x)!) {
      groups.x[i] = x;
      groups.mean[i] = sum / minorPerMajor / x;
      groups.weight[i] = weight;
      i += 1;
    }
  }
  return groups;
}
