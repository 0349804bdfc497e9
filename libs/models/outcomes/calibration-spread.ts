import { probabilityOfLogOdds } from '../purchases/no-purchase.js';
import { calibrationLine } from './calibration-line.js';
import { outcomesAfter, type PurchaseDays } from './purchase-days.js';
import { daysBetweenChecks, fitOn, isEnough, logOddsOf, mostChecks, type Tested } from './tested-model.js';

const tenths = 10;

/**
 * How far, in ln-odds, outcomes of tenths of the customers were from the predictions of a line learnt a horizon earlier: the root
 * mean square over up to six days, the last one `at`. It includes what the model cannot express, what has changed meanwhile,
 * and chance. Null where there was no earlier outcome to learn a line from.
 */
export function calibrationSpread(tested: Tested, days: PurchaseDays, at: number): number | null {
  let squares = 0,
    count = 0;
  for (let check = 0; check < mostChecks; check += 1) {
    const scored = at - check * daysBetweenChecks;
    const before = outcomesAfter(days, scored - tested.horizon, tested.horizon);
    const after = outcomesAfter(days, scored, tested.horizon);
    if (!isEnough(before) || !isEnough(after)) break;
    const parameters = fitOn(tested, before);
    const line = parameters && calibrationLine(logOddsOf(tested, parameters, before), before.silent);
    if (parameters === null || line === null) continue;
    const foretold = logOddsOf(tested, parameters, after).map((each) => line.intercept + line.slope * each);
    for (const distance of distances(foretold, after.silent)) {
      squares += distance * distance;
      count += 1;
    }
  }
  return count === 0 ? null : Math.sqrt(squares / count);
}

/** For each tenth by likelihood: ln-odds of the outcomes (with half a customer added to each side) less those of the mean prediction. */
export function distances(foretold: Float64Array, silent: Uint8Array): number[] {
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
    return Math.log((happened + half) / (members.length - happened + half)) - Math.log((expected + half) / (members.length - expected + half));
  });
}
