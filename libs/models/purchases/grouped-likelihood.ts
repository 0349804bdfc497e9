import { ModelError } from '../model-error.js';
import { DistinctKeys } from '../numerics/distinct-keys.js';
import type { PurchaseGroups } from './statistics.js';

/** Groups arranged for evaluation: a logarithm is taken once per different time, not once per group. */
export interface LikelihoodData {
  readonly groups: PurchaseGroups;
  readonly customers: number;
  readonly transactions: number;
  /** tail[j]: customers with x > j. Then sum over customers of sum_{j<x} f(j) = sum_j tail[j] f(j): no lnGamma needed. */
  readonly tail: Float64Array;
  readonly ages: Levels;
  readonly ageCustomers: Float64Array;
  readonly agePurchases: Float64Array;
}

/** The different values of an array, and the index of each entry's value. */
export interface Levels {
  readonly values: Float64Array;
  readonly of: Int32Array;
}

export function levelsOf(entries: ArrayLike<number>): Levels {
  const distinct = new DistinctKeys();
  const of = new Int32Array(entries.length);
  for (let i = 0; i < entries.length; i += 1) of[i] = distinct.numberOf(entries[i]!);
  return { values: distinct.values(), of };
}

/**
 * Checks and arranges the groups. An optimum needs at least one more returning customer than there are parameters; fewer are
 * refused as too little data.
 */
export function arrange(groups: PurchaseGroups, parameterCount: number): LikelihoodData {
  const { x, tx, T, weight } = groups;
  let customers = 0,
    transactions = 0,
    repeaters = 0,
    most = 0;
  for (let i = 0; i < weight.length; i += 1) {
    if (!(x[i]! >= 0 && tx[i]! >= 0 && tx[i]! <= T[i]! && T[i]! < Infinity && weight[i]! > 0 && (x[i]! > 0 || tx[i] === 0))) {
      throw new ModelError(
        'invalid-input',
        `Row ${i} is no purchase history: x ${x[i]}, tx ${tx[i]}, T ${T[i]}, weight ${weight[i]}.`,
        'Build the rows with purchaseStatistics and groupHistories.',
      );
    }
    customers += weight[i]!;
    transactions += weight[i]! * x[i]!;
    if (x[i]! > 0) repeaters += weight[i]!;
    most = Math.max(most, x[i]!);
  }
  if (repeaters <= parameterCount) {
    throw new ModelError(
      'too-little-data',
      `${repeaters} of ${customers} customers bought again; ${parameterCount + 1} are the least for ${parameterCount} parameters.`,
      'Observe for longer or take more customers.',
    );
  }
  const tail = new Float64Array(most);
  const ages = levelsOf(T);
  const ageCustomers = new Float64Array(ages.values.length);
  const agePurchases = new Float64Array(ages.values.length);
  for (let i = 0; i < weight.length; i += 1) {
    if (x[i]! > 0) tail[x[i]! - 1]! += weight[i]!;
    ageCustomers[ages.of[i]!]! += weight[i]!;
    agePurchases[ages.of[i]!]! += weight[i]! * x[i]!;
  }
  for (let j = most - 2; j >= 0; j -= 1) tail[j]! += tail[j + 1]!;
  return { groups, customers, transactions, tail, ages, ageCustomers, agePurchases };
}

/** Mean time for which a customer is observed. */
export function meanAge({ ages, ageCustomers, customers }: LikelihoodData): number {
  return ages.values.reduce((sum, age, i) => sum + age * ageCustomers[i]!, 0) / customers;
}

/** Repeat purchases per customer and unit of time. */
export const meanRate = (data: LikelihoodData): number => data.transactions / data.customers / meanAge(data);
