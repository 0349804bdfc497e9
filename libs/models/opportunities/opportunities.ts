import { ModelError } from '../model-error.js';
import { DistinctKeys } from '../numerics/distinct-keys.js';

/** The history of one customer at the opportunities after the first purchase: whole numbers, `x <= tx <= n`, `tx = 0` when `x = 0`. */
export interface OpportunityHistory {
  /** Opportunities taken. */
  readonly x: number;
  /** The last opportunity taken, counted from 1; 0 without any. */
  readonly tx: number;
  /** Number of opportunities. */
  readonly n: number;
}

/** Customers with equal histories, counted: arrays of equal length. */
export interface OpportunityGroups {
  readonly x: Int32Array;
  readonly tx: Int32Array;
  readonly n: Int32Array;
  /** How many customers share the row; positive. */
  readonly weight: Float64Array;
}

/** The history of a customer, from whether each opportunity was taken, in their order. */
export function opportunityHistory(taken: ArrayLike<boolean>): OpportunityHistory {
  let x = 0,
    tx = 0;
  for (let i = 0; i < taken.length; i += 1) {
    if (!taken[i]) continue;
    x += 1;
    tx = i + 1;
  }
  return { x, tx, n: taken.length };
}

const fieldSize = 2 ** 17; // three fields make 51 bits, exact in a double

/** Counts customers with equal histories: the likelihood depends on nothing else. */
export function groupOpportunities(rows: Iterable<OpportunityHistory>): OpportunityGroups {
  const distinct = new DistinctKeys();
  const weights: number[] = [];
  for (const row of rows) {
    requireOpportunities(row);
    const group = distinct.numberOf((row.x * fieldSize + row.tx) * fieldSize + row.n);
    if (group === weights.length) weights.push(1);
    else weights[group]! += 1;
  }
  const keys = distinct.values();
  const field = (place: number): Int32Array => Int32Array.from(keys, (key) => Math.floor(key / fieldSize ** place) % fieldSize);
  return { x: field(2), tx: field(1), n: field(0), weight: Float64Array.from(weights) };
}

export function requireOpportunities({ x, tx, n }: OpportunityHistory): void {
  const whole = Number.isInteger(x) && Number.isInteger(tx) && Number.isInteger(n);
  if (whole && x >= 0 && x <= tx && tx <= n && n < fieldSize && (x > 0 || tx === 0)) return;
  throw new ModelError(
    'invalid-input',
    `Not a history of opportunities: x ${x}, tx ${tx}, n ${n}.`,
    'Take it from opportunityHistory: whole numbers with x <= tx <= n, and tx is 0 when x is 0.',
  );
}
