// Compiles as TypeScript and as AssemblyScript: one table of cases for the sources and for the shipped bytes.
import { rounded } from "./reference.ts";

const MODULUS: number = 4294967296;

/** Numerical Recipes' linear congruential generator: every step is exact in float64. */
class Noise {
  constructor(private state: number) {}

  /** The next number in [0, 1). */
  next(): number {
    this.state = (this.state * 1664525 + 1013904223) % MODULUS;
    return this.state / MODULUS;
  }
}

/**
 * Points, two sets of centroids and weights of one shape, always the same for the same arguments.
 *
 * On the `grid` every value is a small multiple of 1/4 and the last centroid repeats the first: ties abound, and all
 * results are exact in either precision. Off it values have full-length fractions, and sums are near, not equal.
 */
export class Case {
  /** Row-major, `rows x columns`. */
  readonly points: Float64Array;
  /** Row-major, `k x columns`. */
  readonly centroids: Float64Array;
  /** Where the centroids are in the next step. */
  readonly nextCentroids: Float64Array;
  /** One a row, some of them zero; all 1 in a case without weights. */
  readonly weights: Float64Array;
  /** How far sums may be from the reference, relative to 1 + their size. */
  readonly tolerance: number;

  constructor(
    readonly rows: i32,
    readonly columns: i32,
    readonly k: i32,
    readonly single: boolean,
    readonly grid: boolean,
    readonly weighted: boolean,
  ) {
    const noise = new Noise(rows * 10007 + columns * 101 + k);
    this.points = values(noise, rows * columns, single, grid);
    this.centroids = values(noise, k * columns, single, grid);
    this.nextCentroids = values(noise, k * columns, single, grid);
    this.weights = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      this.weights[row] = weighted ? weight(noise.next(), grid) : 1;
    }
    this.tolerance = grid ? 0 : 1e-12;
    if (grid) repeatFirst(this.centroids, k, columns);
  }

  /** The case in words, for a failing test. */
  describe(): string {
    const precision = this.single ? "float32" : "float64";
    const data = this.grid ? "on the grid" : "off the grid";
    const weights = this.weighted ? "weighted" : "unweighted";
    return `${this.rows} x ${this.columns}, k ${this.k}, ${precision}, ${data}, ${weights}`;
  }
}

function values(noise: Noise, length: i32, single: boolean, grid: boolean): Float64Array {
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const value = noise.next();
    out[i] = grid ? Math.floor(value * 9) / 4 - 1 : rounded(value * 16 - 8, single);
  }
  return out;
}

function weight(value: number, grid: boolean): number {
  if (value < 0.2) return 0;
  return grid ? Math.floor(value * 8) / 2 : value * 4;
}

function repeatFirst(centroids: Float64Array, k: i32, columns: i32): void {
  for (let column = 0; column < columns; column++) {
    centroids[(k - 1) * columns + column] = centroids[column];
  }
}
