// What references need of a symmetric matrix, row-major `size x size`. By sums, products and square roots alone, which
// every machine rounds alike.

/** Sweeps after which the rotations of Jacobi's method have long died away. */
const MOST_SWEEPS = 30;

/** Eigenvectors by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5), one a column. */
export function eigenvectors(matrix: Float64Array, size: number): Float64Array {
  const a = matrix.slice();
  const vectors = identity(size);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = a[p * size + q];
        const [app, aqq] = [a[p * size + p], a[q * size + q]];
        // Two roots: the product under one could overflow or vanish.
        if (Math.abs(off) <= 1e-14 * Math.sqrt(Math.abs(app)) * Math.sqrt(Math.abs(aqq))) continue;
        const tau = (aqq - app) / (2 * off);
        const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        const c = 1 / Math.sqrt(1 + t * t);
        rotateColumns(a, size, p, q, c, t * c);
        rotateRows(a, size, p, q, c, t * c);
        rotateColumns(vectors, size, p, q, c, t * c);
        rotated = true;
      }
    }
    if (!rotated) break;
  }
  return vectors;
}

/** The lower triangle L with L L' = matrix; where the matrix is only semidefinite, its null directions are left out. */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j];
      for (let p = 0; p < j; p++) rest -= lower[i * size + p] * lower[j * size + p];
      const pivot = lower[j * size + j];
      if (i === j) lower[i * size + i] = rest > 1e-10 ? Math.sqrt(rest) : 0;
      else lower[i * size + j] = pivot > 0 ? rest / pivot : 0;
    }
  }
  return lower;
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

function rotateColumns(m: Float64Array, size: number, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < size; i++) {
    const [x, y] = [m[i * size + p], m[i * size + q]];
    m[i * size + p] = c * x - s * y;
    m[i * size + q] = s * x + c * y;
  }
}

function rotateRows(m: Float64Array, size: number, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < size; i++) {
    const [x, y] = [m[p * size + i], m[q * size + i]];
    m[p * size + i] = c * x - s * y;
    m[q * size + i] = s * x + c * y;
  }
}
