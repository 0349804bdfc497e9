import { levelThrough, seasonalShift } from '../outcomes/seasonal-shift.js';
import { fewestCustomers, fewestOfEach } from '../outcomes/tested-model.js';
import type { CustomerRecord } from './customer-record.js';
import { repeatedEarlier } from './earlier-repetitions.js';
import type { HazardHorizon } from './hazard-horizon.js';
import type { LogisticFit } from './penalised-logistic.js';
import { learnAt, lineOn, logOddsOn } from './regression.js';
import type { RenewalCurve, RenewalCurves } from './renewal-curves.js';
import { daysScored, isEnoughOn, scoredDay, settingOn } from './scored-day.js';
import { terms } from './terms.js';
import { typicalRecord } from './typical-record.js';

/** A regression on some 30 terms, each customer seen on six days, changes little with more; the line through outcomes is laid on all. */
const customersOfRegression = 6_000;

/**
 * Learns from what customers did after the newest days whose horizon is over by `until` (days since 1970): a logistic regression on the
 * terms of each customer on each of those days, then a line through the outcomes of the newest of them. Every day is scored with what was
 * known by then. Returns a sentence where there is too little to learn from.
 */
export function learnHazard(records: readonly CustomerRecord[], until: number, horizon: number): HazardHorizon | string {
  const every = Math.ceil(records.length / customersOfRegression);
  const days = daysScored(every <= 1 ? records : records.filter((_, i) => i % every === 0), horizon);
  const at = until - horizon;
  const newest = every <= 1 ? days(at) : scoredDay(records, at, horizon);
  if (!isEnoughOn(newest)) {
    return `On the last day whose ${horizon} days are over, ${newest.silent.length} customers had bought, and ${newest.silent.length - newest.silentCustomers} of them bought again within these: ${fewestCustomers} customers, ${fewestOfEach} who did and ${fewestOfEach} who did not are the least to learn from.`;
  }
  const learnt = learnAt(days, at);
  const line = learnt && lineOn(newest, learnt.fit);
  if (learnt === null || line === null) return 'The regression on what was known before the newest outcomes did not converge.';
  const { fit } = learnt;
  if (line.slope <= 2 * line.slopeError) return 'What happened since does not rise with what the model foretold.';
  const first = records.reduce((least, { purchases }) => Math.min(least, purchases[0]!), Infinity);
  const levelOn = (day: number): number | null => {
    const then = days(day);
    if (!isEnoughOn(then)) return null;
    return levelThrough(
      logOddsOn(then, fit).map((each) => line.slope * each),
      then.silentCustomers,
    );
  };
  const { evaluation, ...spread } = repeatedEarlier(days, at, horizon);
  const { purchases, ...now } = settingOn(records, until, horizon);
  const curves = rounded(now.curves);
  return {
    horizon,
    at,
    customers: newest.silent.length,
    baseRate: newest.silentCustomers / newest.silent.length,
    line,
    season: seasonalShift({ horizon, first, until, levelOn }),
    ...spread,
    days: learnt.days,
    iterations: fit.iterations,
    gradientNorm: fit.gradientNorm,
    ...recordedFit(fit),
    curves,
    purchases: purchases && { ...purchases, model: purchases.model.name },
    typical: typicalRecord(records, until, { horizon, curves, purchases }),
    evaluation,
  };
}

function recordedFit({ intercept, coefficients, covariance }: LogisticFit): Pick<HazardHorizon, 'intercept' | 'terms' | 'covariance'> {
  const size = coefficients.length + 1;
  const varying = [0, ...[...coefficients.keys()].filter((i) => coefficients[i] !== 0).map((i) => i + 1)];
  return {
    intercept,
    terms: terms.map(({ name }, i) => ({
      name,
      coefficient: coefficients[i]!,
      standardError: Math.sqrt(Math.max(0, covariance[(i + 1) * size + i + 1]!)),
    })),
    covariance: varying.flatMap((row, i) => varying.slice(0, i + 1).map((column) => sixDigits(covariance[row * size + column]!))),
  };
}

/** A curve says less than its first six digits. */
function rounded({ inDays, inOwnGaps }: RenewalCurves): RenewalCurves {
  const short = (curve: RenewalCurve | null): RenewalCurve | null => curve && { times: curve.times.map(sixDigits), hazard: curve.hazard.map(sixDigits) };
  return { inDays: short(inDays), inOwnGaps: inOwnGaps.map(short) };
}

const sixDigits = (value: number): number => Number(value.toPrecision(6));
