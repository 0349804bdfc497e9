import type { Parameters } from '../fit.js';
import { ModelError } from '../model-error.js';
import { chiSquareTail } from '../numerics/incomplete-gamma.js';
import { levelsOf } from './grouped-likelihood.js';
import type { PurchaseModel } from './purchase-model.js';
import type { PurchaseGroups } from './statistics.js';

/** Customers with `from` to `to` repeat purchases, both included; `to` null: or more. */
export interface FrequencyCell {
  readonly from: number;
  readonly to: number | null;
  readonly actual: number;
  readonly expected: number;
}

export interface FrequencyHistogram {
  /** In order; several frequencies share a cell where fewer than 5 customers are expected with one of them. */
  readonly cells: readonly FrequencyCell[];
  /** sum (actual - expected)^2 / expected. */
  readonly chiSquare: number;
  /** Cells, less one, less the parameters of the model; null where nothing remains, and the model cannot be tested. */
  readonly degreesOfFreedom: number | null;
  /** P(chi-square at least as large, if the model were true). */
  readonly pValue: number | null;
  /** A sentence that says why there is no p-value; null where there is one. */
  readonly untested: string | null;
}

const leastExpected = 5; // Cochran (1954)

/**
 * How many customers bought again 0, 1, 2, ... times, compared with the numbers that a fitted model expects, with Pearson's test of
 * the difference. `mostAlone`: frequencies above it share the last cell.
 */
export function frequencyHistogram(model: PurchaseModel, parameters: Parameters, { x, T, weight }: PurchaseGroups, mostAlone = 6): FrequencyHistogram {
  if (!(Number.isSafeInteger(mostAlone) && mostAlone >= 0)) {
    throw new ModelError('invalid-input', `${mostAlone} is no frequency.`, 'Give the highest frequency with a cell of its own: 0, 1, 2, ...');
  }
  if (weight.length === 0) throw new ModelError('too-little-data', 'There is no customer.', 'Give at least one group.');
  const ages = levelsOf(T);
  const customers = new Float64Array(ages.values.length);
  const actual = new Float64Array(mostAlone + 2);
  weight.forEach((each, i) => {
    customers[ages.of[i]!]! += each;
    actual[Math.min(x[i]!, mostAlone + 1)]! += each;
  });
  const expected = new Float64Array(mostAlone + 2);
  customers.forEach((count, age) => {
    let rest = 1;
    for (let n = 0; n <= mostAlone; n += 1) {
      const probability = model.probabilityOfCount(parameters, n, ages.values[age]!);
      expected[n]! += count * probability;
      rest -= probability;
    }
    expected[mostAlone + 1]! += count * Math.max(0, rest);
  });
  return tested(model, pooled(actual, expected));
}

/** Neighbours share a cell until 5 are expected in it; a rest at the end joins the last one. */
function pooled(actual: Float64Array, expected: Float64Array): FrequencyCell[] {
  const cells: FrequencyCell[] = [];
  const last = expected.length - 1;
  let open: FrequencyCell | undefined;
  for (let n = 0; n <= last; n += 1) {
    open = {
      from: open?.from ?? n,
      to: n === last ? null : n,
      actual: (open?.actual ?? 0) + actual[n]!,
      expected: (open?.expected ?? 0) + expected[n]!,
    };
    if (open.expected < leastExpected && !(n === last && cells.length === 0)) continue;
    cells.push(open);
    open = undefined;
  }
  const before = cells.at(-1)!;
  if (open) cells[cells.length - 1] = { from: before.from, to: null, actual: before.actual + open.actual, expected: before.expected + open.expected };
  return cells;
}

function tested({ name, parameterNames }: PurchaseModel, cells: readonly FrequencyCell[]): FrequencyHistogram {
  const chiSquare = cells.reduce((sum, { actual, expected }) => sum + (actual - expected) ** 2 / expected, 0);
  const degreesOfFreedom = cells.length - 1 - parameterNames.length;
  if (degreesOfFreedom >= 1) return { cells, chiSquare, degreesOfFreedom, pValue: chiSquareTail(chiSquare, degreesOfFreedom), untested: null };
  const untested =
    `${cells.length} cells with ${leastExpected} customers expected or more are too few to test ${name}, which has ${parameterNames.length} parameters: ` +
    `${parameterNames.length + 2} are needed. Take more customers, or give more frequencies a cell of their own.`;
  return { cells, chiSquare, degreesOfFreedom: null, pValue: null, untested };
}
