import { probabilityOfLogOdds } from '../purchases/no-purchase.js';
import { calibrationLine } from './calibration-line.js';
import { outcomesAfter, type PurchaseDays } from './purchase-days.js';
import { daysBetweenChecks, fitOn, isEnough, logOddsOf, mostChecks, type Tested } from './tested-model.js';

const tenths = 10;

/** How far, in ln-odds, outcomes of tenths of the customers are from what was foretold: standard deviation = hypot(spread, growth x ln-odds foretold). */
export interface OutcomeSpread {
  readonly spread: number;
  readonly spreadGrowth: number;
}

/**
 * Learnt from up to six days, the last one `at`, with a line learnt a horizon earlier. It includes what the model cannot express, what has
 * changed meanwhile, and chance. Null where there was no earlier outcome to learn a line from.
 */
export function calibrationSpread(tested: Tested, days: PurchaseDays, at: number): OutcomeSpread | null {
  const found: TenthOff[] = [];
  for (let check = 0; check < mostChecks; check += 1) {
    const scored = at - check * daysBetweenChecks;
    const before = outcomesAfter(days, scored - tested.horizon, tested.horizon);
    const after = outcomesAfter(days, scored, tested.horizon);
    if (!isEnough(before) || !isEnough(after)) break;
    const parameters = fitOn(tested, before);
    const line = parameters && calibrationLine(logOddsOf(tested, parameters, before), before.silent);
    if (parameters === null || line === null) continue;
    found.push(
      ...tenthsOff(
        logOddsOf(tested, parameters, after).map((each) => line.intercept + line.slope * each),
        after.silent,
      ),
    );
  }
  return outcomeSpread(found);
}

/**
 * Squared distances grow with the square of the ln-odds foretold where the slope of a line was wrong: a straight line through both by least
 * squares, each weighted by what it is expected to vary, neither part below 0. Null without any.
 */
export function outcomeSpread(tenths: readonly TenthOff[]): OutcomeSpread | null {
  if (tenths.length === 0) return null;
  let weights = 0,
    x = 0,
    xx = 0,
    y = 0,
    xy = 0;
  for (const { foretold, distance } of tenths) {
    const square = foretold ** 2;
    const weight = 1 / (1 + square) ** 2;
    weights += weight;
    x += weight * square;
    xx += weight * square ** 2;
    y += weight * distance ** 2;
    xy += weight * square * distance ** 2;
  }
  const determinant = weights * xx - x * x;
  const growth = determinant > 0 ? (weights * xy - x * y) / determinant : 0;
  const even = (y - growth * x) / weights;
  if (growth < 0) return { spread: Math.sqrt(y / weights), spreadGrowth: 0 };
  if (even < 0) return { spread: 0, spreadGrowth: Math.sqrt(xy / xx) };
  return { spread: Math.sqrt(even), spreadGrowth: Math.sqrt(growth) };
}

/** A tenth of the customers: ln-odds foretold, and how far those of the outcomes lay above. */
export interface TenthOff {
  readonly foretold: number;
  readonly distance: number;
}

/** For each tenth by likelihood: ln-odds of the outcomes (with half a customer added to each side) less those of the mean prediction. */
export function tenthsOff(foretold: Float64Array, silent: Uint8Array): TenthOff[] {
  const order = Uint32Array.from(foretold.keys()).sort((left, right) => foretold[left]! - foretold[right]!);
  return Array.from({ length: tenths }, (_, tenth) => {
    const members = order.subarray(Math.round((tenth * order.length) / tenths), Math.round(((tenth + 1) * order.length) / tenths));
    let happened = 0,
      expected = 0;
    for (const i of members) {
      happened += silent[i]!;
      expected += probabilityOfLogOdds(foretold[i]!);
    }
    const half = 0.5;
    const told = Math.log((expected + half) / (members.length - expected + half));
    return { foretold: told, distance: Math.log((happened + half) / (members.length - happened + half)) - told };
  });
}
