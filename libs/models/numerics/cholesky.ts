/** Lower Cholesky factor of a symmetric matrix (row-major, size x size), or null when it is not positive definite. */
export function choleskyFactor(matrix: Float64Array, size: number, shift = 0): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j]! + (i === j ? shift : 0);
      for (let k = 0; k < j; k += 1) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]!;
      else if (sum > 0 && sum < Infinity) lower[i * size + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

const negligible = 1e-12; // of a variance: what rounding leaves of a direction without any

/** Lower factor L of a covariance matrix (row-major, size x size), L L' = matrix, which may be singular: a direction without variance is a column of 0. */
export function semidefiniteFactor(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    let variance = matrix[j * size + j]!;
    for (let k = 0; k < j; k += 1) variance -= lower[j * size + k]! ** 2;
    if (!(variance > negligible * matrix[j * size + j]!)) continue;
    const deviation = Math.sqrt(variance);
    for (let i = j; i < size; i += 1) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k += 1) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = sum / deviation;
    }
  }
  return lower;
}

/** Solves (L L') s = v. */
export function choleskySolve(lower: Float64Array, size: number, vector: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(vector);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) solution[i]! -= lower[i * size + k]! * solution[k]!;
    solution[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) solution[i]! -= lower[k * size + i]! * solution[k]!;
    solution[i]! /= lower[i * size + i]!;
  }
  return solution;
}

/** Inverse of a positive definite matrix, row-major, or null when it is not positive definite. */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array | null {
  const lower = choleskyFactor(matrix, size);
  if (lower === null) return null;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    inverse.set(choleskySolve(lower, size, unit), column * size); // symmetric: a column is a row
  }
  return inverse;
}
