import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, largestOf } from "../testing/expectations.ts";
import { lattice } from "../testing/points.ts";
import { cholesky, eigenvectors } from "./symmetric.ts";

/** A positive semidefinite matrix, often of less than full rank: A' A of small whole numbers. */
const semidefinite = lattice({ maxRows: 8 }).map((rows) => {
  const size = rows[0].length;
  const matrix = Float64Array.from({ length: size * size }, (_, at) => {
    return rows.reduce((sum, row) => sum + row[Math.floor(at / size)] * row[at % size], 0);
  });
  return { matrix, size };
});

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  return a.map((_, at) => {
    let sum = 0;
    for (let p = 0; p < size; p++) sum += a[Math.floor(at / size) * size + p] * b[p * size + (at % size)];
    return sum;
  });
}

function transposed(a: Float64Array, size: number): Float64Array {
  return a.map((_, at) => a[(at % size) * size + Math.floor(at / size)]);
}

describe("eigenvectors", () => {
  it("are at right angles, of length 1, and make the matrix diagonal, in any units", () => {
    fc.assert(
      fc.property(semidefinite, fc.constantFrom(1, 2 ** 600, 2 ** -600), ({ matrix, size }, unit) => {
        const vectors = eigenvectors(
          matrix.map((value) => value * unit),
          size,
        );
        const back = transposed(vectors, size);
        const identity = vectors.map((_, at) => (Math.floor(at / size) === at % size ? 1 : 0));
        expectClose(product(back, vectors, size), identity, 1e-13);
        const diagonal = product(product(back, matrix, size), vectors, size);
        expectClose(
          diagonal.map((value, at) => value * (1 - identity[at])),
          diagonal.map(() => 0),
          1e-10,
          Math.max(1, largestOf(matrix)),
        );
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("cholesky", () => {
  it("is a lower triangle that squares to the matrix, of full rank or not", () => {
    fc.assert(
      fc.property(semidefinite, ({ matrix, size }) => {
        const lower = cholesky(matrix, size);
        lower.forEach((value, at) => {
          if (at % size > Math.floor(at / size)) expect(value).toBe(0);
        });
        expectClose(product(lower, transposed(lower, size), size), matrix, 1e-9, Math.max(1, largestOf(matrix)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
