/** Product of two matrices, row-major; `inner`: the columns of the left one, which are the rows of the right one. */
export function matrixProduct(left: Float64Array, right: Float64Array, inner: number): Float64Array {
  const rows = left.length / inner;
  const columns = right.length / inner;
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    for (let k = 0; k < inner; k += 1) {
      const factor = left[i * inner + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < columns; j += 1) product[i * columns + j]! += factor * right[k * columns + j]!;
    }
  }
  return product;
}

/** `columns`: of the matrix that is given. */
export function transposed(matrix: Float64Array, columns: number): Float64Array {
  const rows = matrix.length / columns;
  return Float64Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)]!);
}
