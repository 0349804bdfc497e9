import { type CalibrationLine, calibrationLine } from '../outcomes/calibration-line.js';
import { daysBetweenChecks } from '../outcomes/tested-model.js';
import { type LogisticFit, penalisedLogistic } from './penalised-logistic.js';
import { type DaysScored, isEnoughOn, type ScoredDay } from './scored-day.js';
import { ridge } from './standardised-design.js';
import { terms } from './terms.js';

/** Days scored for one regression, a month apart. */
const mostDays = 6;

export interface Learnt {
  readonly fit: LogisticFit;
  readonly line: CalibrationLine;
  readonly days: number;
}

/** The regression on the newest days up to `at` whose outcomes are given, and the line through those of `at`. Null where either has no optimum. */
export function learnAt(days: DaysScored, at: number): Learnt | null {
  const scored: ScoredDay[] = [];
  for (let back = 0; back < mostDays; back += 1) {
    const day = days(at - back * daysBetweenChecks);
    if (!isEnoughOn(day)) break;
    scored.push(day);
  }
  const newest = scored[0];
  if (newest === undefined) return null;
  const fit = regression(scored);
  const line = fit && lineOn(newest, fit);
  return fit === null || line === null ? null : { fit, line, days: scored.length };
}

/** The line through the outcomes of a day, drawn towards what the regression says as its coefficients are towards 0. */
export const lineOn = (day: ScoredDay, fit: LogisticFit): CalibrationLine | null => calibrationLine(logOddsOn(day, fit), day.silent, ridge);

/** Each day has a level of its own, so that terms do not stand for what differed between days; the coefficients of the terms are kept. */
function regression(scored: readonly ScoredDay[]): LogisticFit | null {
  const levels = scored.length - 1;
  const columns = terms.length + levels;
  const count = scored.reduce((sum, { silent }) => sum + silent.length, 0);
  const values = new Float64Array(count * columns);
  const happened = new Uint8Array(count);
  const customer = new Int32Array(count);
  let row = 0;
  scored.forEach((day, which) => {
    for (let i = 0; i < day.silent.length; i += 1, row += 1) {
      values.set(day.rows.subarray(i * terms.length, (i + 1) * terms.length), row * columns);
      if (which > 0) values[row * columns + terms.length + which - 1] = 1;
      happened[row] = day.silent[i]!;
      customer[row] = day.customer[i]!;
    }
  });
  const fit = penalisedLogistic({ columns, values, happened, customer }, [
    ...terms.map(({ sign }) => sign),
    ...Array.from({ length: levels }, () => 0 as const),
  ]);
  if (fit === null) return null;
  const size = terms.length + 1;
  const covariance = Float64Array.from({ length: size * size }, (_, at) => fit.covariance[Math.floor(at / size) * (columns + 1) + (at % size)]!);
  return {
    intercept: fit.intercept,
    coefficients: fit.coefficients.slice(0, terms.length),
    covariance,
    iterations: fit.iterations,
    gradientNorm: fit.gradientNorm,
  };
}

/** ln-odds of each customer scored on a day, before the line. */
export function logOddsOn({ rows, silent }: ScoredDay, { intercept, coefficients }: LogisticFit): Float64Array {
  return Float64Array.from(silent, (_, row) => {
    let sum = intercept;
    for (let i = 0; i < coefficients.length; i += 1) sum += coefficients[i]! * rows[row * coefficients.length + i]!;
    return sum;
  });
}
