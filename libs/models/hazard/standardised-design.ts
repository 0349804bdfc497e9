import { matrixProduct, transposed } from '../numerics/matrix-product.js';

/** Rows of a regression: `values` row by row, `columns` to each. */
export interface DesignRows {
  readonly columns: number;
  readonly values: Float64Array;
  /** 1 where it happened. */
  readonly happened: Uint8Array;
  /** The customer of each row, numbered from 0: rows of one customer are not independent. */
  readonly customer: Int32Array;
}

export interface Coefficients {
  readonly intercept: number;
  /** One for each column, in its own unit; 0 for a column that tells too little. */
  readonly coefficients: Float64Array;
  /** Of the intercept and the coefficients, row-major, robust against several rows of one customer (White 1982; Liang & Zeger 1986). */
  readonly covariance: Float64Array;
}

/** Of the squares of standardised coefficients: as much as two further rows. */
export const ridge = 2;
/** Of coefficients as they are: a standard deviation of 2.5 (Gelman et al. 2008), which only holds rare columns back. */
const priorPrecision = 1 / 2.5 ** 2;
/** A column that differs from its usual value for fewer customers says nothing about customers in general. */
const fewestCustomers = 20;

export interface Scale {
  readonly mean: Float64Array;
  /** 0 for a column that is left out. */
  readonly deviation: Float64Array;
}

/** The scale of each column. */
export function scaleOf(rows: DesignRows): Scale {
  const { columns, values } = rows;
  const count = values.length / columns;
  const mean = new Float64Array(columns);
  const deviation = new Float64Array(columns);
  for (let column = 0; column < columns; column += 1) {
    let sum = 0;
    for (let at = column; at < values.length; at += columns) sum += values[at]!;
    const middle = sum / count;
    let squares = 0;
    for (let at = column; at < values.length; at += columns) squares += (values[at]! - middle) ** 2;
    mean[column] = middle;
    deviation[column] = squares < 1e-12 * count || !tellsEnough(rows, column) ? 0 : Math.sqrt(squares / count);
  }
  return { mean, deviation };
}

function tellsEnough({ columns, values, customer }: DesignRows, column: number): boolean {
  const usual = usualValue(values, columns, column);
  const differing = new Set<number>();
  for (let row = 0; row < customer.length && differing.size < fewestCustomers; row += 1) {
    if (values[row * columns + column] !== usual) differing.add(customer[row]!);
  }
  return differing.size >= fewestCustomers;
}

/** The penalty of each coefficient of the design, the intercept first: half of it times the square is taken off the log-likelihood. */
export function penaltiesOf(used: readonly number[], { deviation }: Scale): Float64Array {
  return Float64Array.from([0, ...used.map((column) => ridge + priorPrecision / deviation[column]! ** 2)]);
}

/** The value of most rows, where there is one (Boyer & Moore 1981). */
function usualValue(values: Float64Array, columns: number, column: number): number {
  let usual = NaN;
  let lead = 0;
  for (let at = column; at < values.length; at += columns) {
    if (lead === 0) usual = values[at]!;
    lead += values[at] === usual ? 1 : -1;
  }
  return usual;
}

/** A column of ones, then the used columns with mean 0 and standard deviation 1. */
export function standardised({ columns, values }: DesignRows, used: readonly number[], { mean, deviation }: Scale): Float64Array {
  const size = used.length + 1;
  const count = values.length / columns;
  const design = new Float64Array(count * size);
  for (let row = 0; row < count; row += 1) {
    design[row * size] = 1;
    for (let i = 1; i < size; i += 1) {
      const column = used[i - 1]!;
      design[row * size + i] = (values[row * columns + column]! - mean[column]!) / deviation[column]!;
    }
  }
  return design;
}

/** From standardised columns to the columns as they are. `covariance`: of `theta`, the intercept first. */
export function inOwnUnits(theta: Float64Array, covariance: Float64Array, used: readonly number[], { mean, deviation }: Scale, columns: number): Coefficients {
  const size = theta.length;
  const transform = new Float64Array((columns + 1) * size);
  transform[0] = 1;
  used.forEach((column, i) => {
    transform[i + 1] = -mean[column]! / deviation[column]!;
    transform[(column + 1) * size + i + 1] = 1 / deviation[column]!;
  });
  const raw = matrixProduct(transform, theta, size);
  return {
    intercept: raw[0]!,
    coefficients: raw.slice(1),
    covariance: matrixProduct(matrixProduct(transform, covariance, size), transposed(transform, size), size),
  };
}
