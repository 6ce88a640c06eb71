/** The little dense linear algebra that latent analysis needs; matrices are row by row. */

/** Makes the columns orthonormal in place (Gram-Schmidt, twice for stability); a dependent column becomes zero. */
export function orthonormalize(matrix: Float32Array, rows: number, width: number): void {
  for (let column = 0; column < width; column++) {
    const before = norm(matrix, rows, width, column);
    for (let pass = 0; pass < 2; pass++) {
      const shares = new Float64Array(column);
      for (let row = 0; row < rows; row++) {
        const value = matrix[row * width + column] ?? 0;
        for (let k = 0; k < column; k++) {
          shares[k] = (shares[k] ?? 0) + value * (matrix[row * width + k] ?? 0);
        }
      }
      for (let row = 0; row < rows; row++) {
        let take = 0;
        for (let k = 0; k < column; k++) take += (shares[k] ?? 0) * (matrix[row * width + k] ?? 0);
        matrix[row * width + column] = (matrix[row * width + column] ?? 0) - take;
      }
    }
    const length = norm(matrix, rows, width, column);
    const factor = length > 1e-5 * before ? 1 / length : 0;
    for (let row = 0; row < rows; row++) {
      matrix[row * width + column] = (matrix[row * width + column] ?? 0) * factor;
    }
  }
}

function norm(matrix: Float32Array, rows: number, width: number, column: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += (matrix[row * width + column] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/**
 * Eigenvalues (falling) and eigenvectors (columns) of a symmetric matrix, by cyclic Jacobi rotations
 * (Golub & Van Loan, 8.5). Changes `matrix`.
 */
export function symmetricEigen(
  matrix: Float64Array,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const turned = new Float64Array(size * size);
  for (let i = 0; i < size; i++) turned[i * size + i] = 1;
  const scale = Math.max(
    ...Array.from({ length: size }, (_, i) => Math.abs(matrix[i * size + i] ?? 0)),
    1e-300,
  );
  for (let sweep = 0; sweep < 12; sweep++) {
    let largest = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = Math.abs(matrix[p * size + q] ?? 0);
        largest = Math.max(largest, off);
        if (off > 1e-10 * scale) rotate(matrix, turned, size, p, q);
      }
    }
    if (largest <= 1e-9 * scale) break;
  }
  const order = Array.from({ length: size }, (_, i) => i);
  const value = (i: number): number => matrix[i * size + i] ?? 0;
  order.sort((a, b) => value(b) - value(a) || a - b);
  const vectors = new Float64Array(size * size);
  for (const [to, from] of order.entries()) {
    for (let row = 0; row < size; row++) vectors[row * size + to] = turned[row * size + from] ?? 0;
  }
  return { values: Float64Array.from(order, value), vectors };
}

/** One rotation in the plane of `p` and `q` that brings their off-diagonal element to zero. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q] ?? 0;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * off);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (m: Float64Array, i: number, j: number): void => {
    const x = m[i] ?? 0;
    const y = m[j] ?? 0;
    m[i] = cosine * x - sine * y;
    m[j] = sine * x + cosine * y;
  };
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k);
  for (let k = 0; k < size; k++) turn(v, k * size + p, k * size + q);
}
