import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../outcomes/assess.js';
import { describeWithData } from '../purchases/historical-purchases.fixture.js';
import { randomStream } from '../purchases/simulated-customers.fixture.js';
import { penalisedLogistic } from './penalised-logistic.js';
import type { DesignRows } from './standardised-design.js';

/** Rows with known coefficients; the second column says the same as the first, but for noise. */
function drawn(count: number, seed: number): DesignRows {
  const random = randomStream(seed);
  const values = new Float64Array(count * 3);
  const happened = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const x = random() * 4 - 2;
    values.set([x, x + random(), random() * 10], row * 3);
    happened[row] = random() < 1 / (1 + Math.exp(-(0.5 + 1.2 * x - 0.3 * values[row * 3 + 2]!))) ? 1 : 0;
  }
  return { columns: 3, values, happened, customer: Int32Array.from({ length: count }, (_, row) => row) };
}

describe('penalised logistic regression', () => {
  it('finds the coefficients that the rows were drawn with, within their errors', () => {
    const { intercept, coefficients, covariance } = penalisedLogistic(drawn(20_000, 1), [0, 0, 0])!;
    const errors = [0, 1, 2, 3].map((i) => Math.sqrt(covariance[i * 4 + i]!));
    [0.5, 1.2, 0, -0.3].forEach((truth, i) => {
      expect(Math.abs((i === 0 ? intercept : coefficients[i - 1]!) - truth)).toBeLessThan(3.5 * errors[i]!);
    });
  });

  it('keeps to the signs it is given, at the best point that they leave', () => {
    const rows = drawn(5000, 2);
    const bound = penalisedLogistic(rows, [-1, 0, 1])!;
    expect(bound.coefficients[0]).toBe(0);
    expect(bound.coefficients[2]).toBe(0);
    const without = { ...rows, values: rows.values.map((value, at) => (at % 3 === 1 ? value : 0)) };
    expect(bound.coefficients[1]).toBeCloseTo(penalisedLogistic(without, [0, 0, 0])!.coefficients[1]!, 8);
  });

  it('is as unsure of one customer seen ten times as of ten rows that say the same', () => {
    const once = drawn(2000, 3);
    const tenfold = {
      columns: 3,
      values: Float64Array.from({ length: 60_000 }, (_, at) => once.values[at % 6000]!),
      happened: Uint8Array.from({ length: 20_000 }, (_, row) => once.happened[row % 2000]!),
      customer: Int32Array.from({ length: 20_000 }, (_, row) => row % 2000),
    };
    const errorOf = (rows: DesignRows): number => Math.sqrt(penalisedLogistic(rows, [0, 0, 0])!.covariance[15]!);
    expect(errorOf(tenfold) / errorOf(once)).toBeCloseTo(1, 1);
  });

  it('ends where one column tells everything', () => {
    const values = Float64Array.from({ length: 400 }, (_, row) => (row < 200 ? -1 : 1));
    const happened = Uint8Array.from({ length: 400 }, (_, row) => (row < 200 ? 0 : 1));
    const fit = penalisedLogistic({ columns: 1, values, happened, customer: Int32Array.from(values.keys()) }, [0])!;
    expect(fit.coefficients[0]).toBeGreaterThan(2);
    expect(fit.coefficients[0]).toBeLessThan(10);
  });

  it.each([
    ['that hardly ever differs from its usual value', (row: number) => (row < 10 ? 7 : 1)],
    ['that differs for few customers, however often each is seen', (row: number) => (row < 60 ? 1 : 0)],
  ])('leaves a column out %s', (_, value) => {
    const rows = drawn(1000, 4);
    for (let row = 0; row < 1000; row += 1) rows.values[row * 3 + 2] = value(row);
    const seenSix = { ...rows, customer: rows.customer.map((each) => Math.floor(each / 6)) };
    expect(penalisedLogistic(seenSix, [0, 0, 0])!.coefficients[2]).toBe(0);
  });

  it('holds a rare column back where all whom it marks did the same', () => {
    const rows = drawn(20_000, 4);
    for (let row = 0; row < 20_000; row += 1) {
      rows.values[row * 3 + 2] = row < 24 ? 1 : 0;
      if (row < 24) rows.happened[row] = 1;
    }
    const [, , coefficient] = penalisedLogistic(rows, [0, 0, 0])!.coefficients;
    expect(coefficient).toBeGreaterThan(1.5);
    expect(coefficient).toBeLessThan(5);
  });
});

/** IBM's customers of a telephone company: who had left by the end of the month. Each tenth is predicted from the other nine. */
describeWithData('the churn of 7,043 telephone customers', () => {
  it('is predicted as well as by the published logistic regression: AUC .8452, Brier .1354, log-loss .4173, lift 2.842', () => {
    const [names, ...customers] = readFileSync(join(process.env.TENURE_TEST_DATA ?? join(process.cwd(), '../shared/data'), 'telco_customer_churn.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const numeric = ['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges'];
    const columns = names!.slice(1, -1).flatMap((name) => {
      const at = names!.indexOf(name);
      if (numeric.includes(name)) return [(row: string[]) => Number(row[at])];
      return [...new Set(customers.map((row) => row[at]!))].slice(1).map((value) => (row: string[]) => Number(row[at] === value));
    });
    const happened = Uint8Array.from(customers, (row) => Number(row.at(-1) === 'Yes'));
    const rows = customers.map((row) => columns.map((column) => column(row)));
    const rowsOf = (places: readonly number[]): DesignRows => ({
      columns: columns.length,
      values: Float64Array.from(places.flatMap((place) => rows[place]!)),
      happened: Uint8Array.from(places, (place) => happened[place]!),
      customer: Int32Array.from(places.keys()),
    });
    const logOdds = new Float64Array(customers.length);
    const all = [...customers.keys()];
    for (let fold = 0; fold < 10; fold += 1) {
      const { intercept, coefficients } = penalisedLogistic(
        rowsOf(all.filter((place) => place % 10 !== fold)),
        columns.map(() => 0),
      )!;
      for (const place of all.filter((each) => each % 10 === fold)) {
        logOdds[place] = rows[place]!.reduce((sum, value, i) => sum + coefficients[i]! * value, intercept);
      }
    }
    const { auc, brier, logLoss, topDecileLift } = assess(logOdds, happened);
    expect(auc!).toBeGreaterThanOrEqual(0.845);
    expect(brier).toBeLessThanOrEqual(0.1355);
    expect(logLoss).toBeLessThanOrEqual(0.4175);
    expect(topDecileLift!).toBeGreaterThanOrEqual(2.83);
  });
});
