import { Workspace } from "@kentro/kernel";
import { afterEach, describe, expect, it, vi } from "vitest";
import { kmeans } from "../../kmeans.ts";
import { Pace } from "../../pace.ts";
import type { Matrix } from "../../points/matrix.ts";
import { Random } from "../../random.ts";
import { load } from "../prepare.ts";

/** Normal points around `groups` corners of a lattice, in either precision. */
function blobs(rows: number, columns: number, groups: number, spread: number, single: boolean, offset = 0): Matrix {
  const random = new Random(rows + columns * 7 + groups);
  const centers = Array.from({ length: groups * columns }, () => offset + random.below(10));
  const values = Array.from({ length: rows * columns }, (_, at) => {
    return centers[(Math.floor(at / columns) % groups) * columns + (at % columns)] + spread * random.normal();
  });
  return { data: single ? Float32Array.from(values) : Float64Array.from(values), rows, columns };
}

/** Whole numbers on a small lattice: equal rows and equal distances abound. */
function lattice(rows: number, columns: number, single: boolean): Matrix {
  const random = new Random(rows);
  const values = Array.from({ length: rows * columns }, () => random.below(6));
  return { data: single ? Float32Array.from(values) : Float64Array.from(values), rows, columns };
}

const PRECISIONS = [
  { precision: "float32", single: true },
  { precision: "float64", single: false },
] as const;

const CASES = PRECISIONS.flatMap(({ precision, single }) => [
  { what: `${precision}, two columns that overlap`, points: blobs(6000, 2, 6, 1.5, single), k: 6 },
  { what: `${precision}, four columns that nearly touch`, points: blobs(5000, 4, 8, 1.2, single), k: 8 },
  { what: `${precision}, many columns and clusters`, points: blobs(4500, 17, 30, 2, single), k: 30 },
  { what: `${precision}, one column`, points: blobs(5000, 1, 5, 1, single), k: 7 },
  { what: `${precision}, far from 0`, points: blobs(5000, 3, 5, 1, single, 1e6), k: 5 },
  { what: `${precision}, a lattice of ties`, points: lattice(5000, 2, single), k: 9 },
  { what: `${precision}, one cluster`, points: blobs(5000, 3, 2, 1, single), k: 1 },
]);

afterEach(() => {
  vi.restoreAllMocks();
});

describe("passing over rows", () => {
  // Rows with weights are all looked at in every step, and a weight of 1 changes nothing.
  it.each(CASES)("changes no label and no centroid: $what", async ({ points, k }) => {
    const plain = await kmeans(points, {
      k,
      tolerance: 0,
      restarts: 3,
      weights: new Float64Array(points.rows).fill(1),
    });
    const bounded = vi.spyOn(Workspace.prototype, "assignBounded");
    const passing = await kmeans(points, { k, tolerance: 0, restarts: 3 });
    expect(passing.labels).toEqual(plain.labels);
    expect(passing.centroids).toEqual(plain.centroids);
    expect(passing.sizes).toEqual(plain.sizes);
    expect(passing.history.map(({ moved }) => moved)).toEqual(plain.history.map(({ moved }) => moved));
    expect(Math.abs(passing.inertia / plain.inertia - 1)).toBeLessThan(1e-6);
    expect(bounded).toHaveBeenCalled();
  });

  it("fills empty clusters as plain steps do", async () => {
    const points = blobs(5000, 2, 4, 1, false);
    const far = [1e3, 2e3, 3e3].map((value) => [value, value]);
    const init = [[0, 0], [5, 5], [9, 9], ...far];
    const weights = new Float64Array(points.rows).fill(1);
    const plain = await kmeans(points, { k: 6, init, tolerance: 0, weights });
    const passing = await kmeans(points, { k: 6, init, tolerance: 0 });
    expect(passing.labels).toEqual(plain.labels);
    expect(passing.centroids).toEqual(plain.centroids);
  });

  it("adds up shifts that are too short for the last digit of a long reach", async () => {
    // One row near 0, the others far off. Once a centroid has moved by 1, 60 shifts of 1e-16 bring another one nearer.
    const rows = 4096;
    const data = Float64Array.from({ length: rows }, (_, row) =>
      row === 0 ? 0 : (row % 2 === 0 ? -1 : 1) * (2500 + row / 8),
    );
    const pace = new Pace();
    const { engine } = await load({ data, rows, columns: 1 }, null, pace);
    const centroids = Float64Array.of(-1e-15, 7e-15, 3000, -3000);
    const bounded = vi.spyOn(Workspace.prototype, "assignBounded");
    const labels = new Int32Array(rows);
    engine.begin(4);
    for (let step = 0; step < 3; step++) await engine.step(centroids, pace);
    centroids[2] += 1;
    for (let step = 0; step < 70; step++) {
      await engine.step(centroids, pace);
      await engine.labels(labels, pace);
      expect(labels[0]).toBe(centroids[1] < 1e-15 ? 1 : 0);
      centroids[1] -= 1e-16;
    }
    expect(labels[0]).toBe(1);
    expect(bounded.mock.calls.length).toBeGreaterThan(70);
  });

  it.each([
    { what: "a last digit", off: 2 ** -52 },
    { what: "nothing", off: 0 },
  ])("tells the inertia of rows that differ by $what from those of their cluster", async ({ off }) => {
    const rows = 5000;
    const data = Float64Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? -1 : 1) + (row % 10 === 0 ? off : 0));
    const options = { k: 2, init: [[-1], [1]], tolerance: 0 };
    const plain = await kmeans({ data, rows, columns: 1 }, { ...options, weights: new Float64Array(rows).fill(1) });
    const passing = await kmeans({ data, rows, columns: 1 }, options);
    expect(passing.history).toEqual(plain.history);
    expect(passing.inertia).toBe(plain.inertia);
    expect(passing.inertia > 0).toBe(off > 0);
  });

  it("looks at few rows once centroids hardly move", async () => {
    const looked: number[] = [];
    const take = Workspace.prototype.takeLooked;
    vi.spyOn(Workspace.prototype, "takeLooked").mockImplementation(function (this: Workspace) {
      looked.push(take.call(this));
      return looked[looked.length - 1];
    });
    const points = blobs(20_000, 2, 6, 1.2, true);
    await kmeans(points, { k: 6, restarts: 1, search: "restarts", tolerance: 0 });
    expect(looked[0]).toBe(points.rows);
    expect(looked[looked.length - 1]).toBeLessThan(points.rows / 20);
  });

  it("is given up for a while where most rows must be looked at", async () => {
    // Two centroids climb a ladder of few rows, so far at a time that nobody's slack outlasts it.
    const random = new Random(1);
    const rows = 40_000;
    const ladder = 60;
    const data = Float64Array.from({ length: rows }, (_, row) => {
      return row < ladder ? 1000 + 10 * row : (row % 2 === 0 ? 2 : -2) + random.uniform();
    });
    const bounded = vi.spyOn(Workspace.prototype, "assignBounded");
    const plain = vi.spyOn(Workspace.prototype, "assign");
    const init = [[-2], [2], [1000], [1010]];
    const fit = await kmeans({ data, rows, columns: 1 }, { k: 4, init, tolerance: 0 });
    expect(fit.iterations).toBeGreaterThan(5);
    expect(bounded).toHaveBeenCalled();
    expect(plain.mock.calls.length).toBeGreaterThan(bounded.mock.calls.length);
  });

  it("is not tried with few rows", async () => {
    const bounded = vi.spyOn(Workspace.prototype, "assignBounded");
    await kmeans(blobs(4000, 2, 3, 1, false), { k: 3 });
    expect(bounded).not.toHaveBeenCalled();
  });
});
