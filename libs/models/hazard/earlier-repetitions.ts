import { assess } from '../outcomes/assess.js';
import { calibrationLine } from '../outcomes/calibration-line.js';
import { outcomeSpread, type TenthOff, tenthsOff } from '../outcomes/calibration-spread.js';
import { daysBetweenChecks } from '../outcomes/tested-model.js';
import type { HazardHorizon, Told } from './hazard-horizon.js';
import { learnAt, logOddsOn } from './regression.js';
import { type DaysScored, isEnoughOn, type ScoredDay } from './scored-day.js';
import { terms } from './terms.js';

/** Earlier days on which the whole procedure is repeated. */
const mostRepetitions = 3;

/**
 * Learns on what was known a horizon before some days whose outcomes are known, and compares (Dawid 1984: what has been told before
 * anybody could know). Both models are moved by the outcomes known by then.
 */
export function repeatedEarlier(days: DaysScored, at: number, horizon: number): Pick<HazardHorizon, 'spread' | 'spreadGrowth' | 'evaluation'> {
  const tenths: TenthOff[] = [];
  const pooled = { hazard: new Pooled(), purchases: new Pooled() };
  let repeated = 0;
  for (let back = 0; back < mostRepetitions; back += 1) {
    const after = days(at - back * daysBetweenChecks);
    const before = days(after.day - horizon);
    const learnt = isEnoughOn(after) && isEnoughOn(before) ? learnAt(days, before.day) : null;
    if (learnt === null) break;
    repeated += 1;
    const foretold = logOddsOn(after, learnt.fit).map((each) => learnt.line.intercept + learnt.line.slope * each);
    tenths.push(...tenthsOff(foretold, after.silent));
    pooled.hazard.add(foretold, after.silent);
    pooled.purchases.add(purchasesTold(before, after), after.silent);
  }
  if (repeated === 0) return { spread: null, evaluation: null };
  return {
    ...(outcomeSpread(tenths) ?? { spread: null }),
    evaluation: { at, days: repeated, customers: pooled.hazard.customers, hazard: pooled.hazard.told(), purchases: pooled.purchases.told() },
  };
}

/** Foretellings of several days together. */
class Pooled {
  readonly #logOdds: number[] = [];
  readonly #silent: number[] = [];

  get customers(): number {
    return this.#silent.length;
  }

  add(logOdds: Float64Array, silent: Uint8Array): void {
    for (const each of logOdds) this.#logOdds.push(each);
    for (const each of silent) this.#silent.push(each);
  }

  told(): Told {
    const { auc, brier, logLoss } = assess(Float64Array.from(this.#logOdds), Uint8Array.from(this.#silent));
    return { auc, brier, logLoss };
  }
}

const purchaseTerm = terms.findIndex(({ name }) => name === 'purchase-model');

/**
 * By the model of purchases alone, moved by the outcomes known on the earlier day. Where it could not be fitted, or did not rank, everybody
 * has the share of that day.
 */
function purchasesTold(before: ScoredDay, after: ScoredDay): Float64Array {
  const column = ({ rows, silent }: ScoredDay): Float64Array => Float64Array.from(silent, (_, row) => rows[row * terms.length + purchaseTerm]!);
  const fitted = before.setting.purchases !== null && after.setting.purchases !== null;
  const line = fitted ? calibrationLine(column(before), before.silent) : null;
  if (line !== null && line.slope > 0) return column(after).map((each) => line.intercept + line.slope * each);
  const share = Math.log(before.silentCustomers / (before.silent.length - before.silentCustomers));
  return new Float64Array(after.silent.length).fill(share);
}
