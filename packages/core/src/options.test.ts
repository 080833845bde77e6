import { describe, expect, it } from "vitest";
import type { KentroErrorCode } from "./errors.ts";
import { kmeans } from "./kmeans.ts";
import type { KMeansOptions } from "./options.ts";
import { expectRefusal, partsOf } from "./testing/expectations.ts";
import { normalRows } from "./testing/points.ts";
import { untyped } from "./testing/untyped.ts";

const points = normalRows(120, 2, 1);
const fit = (options: object) => kmeans(points, untyped<KMeansOptions>({ k: 3, ...options }));

describe("options left out", () => {
  it("are greedy k-means++, search by swaps, 10 restarts, 300 iterations, tolerance 1e-4, seed 0 and no weights", async () => {
    const named = await fit({
      init: "k-means++",
      search: "swap",
      restarts: 10,
      maxIterations: 300,
      tolerance: 1e-4,
      seed: 0,
      threads: 1,
    });
    expect(partsOf(await fit({}))).toEqual(partsOf(named));
  });

  it("may be undefined too", async () => {
    const options = { init: undefined, restarts: undefined, tolerance: undefined, seed: undefined, weights: undefined };
    expect(partsOf(await fit(options))).toEqual(partsOf(await fit({})));
  });

  it("are one start where centroids are given", async () => {
    const init = points.slice(0, 3);
    expect(partsOf(await fit({ init }))).toEqual(partsOf(await fit({ init, restarts: 1 })));
  });
});

describe("an option that is not what it may be is refused", () => {
  const whole = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "2", null, 2 ** 53];
  it.each<[string, KentroErrorCode, readonly unknown[]]>([
    ["k", "INVALID_K", [...whole, undefined]],
    ["restarts", "INVALID_OPTION", whole],
    ["maxIterations", "INVALID_OPTION", whole],
    ["threads", "INVALID_OPTION", whole],
    ["seed", "INVALID_OPTION", [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "1", null, 2 ** 53]],
    ["tolerance", "INVALID_OPTION", [-1e-9, Number.NaN, Number.POSITIVE_INFINITY, "0", null]],
    ["init", "INVALID_OPTION", ["kmeans++", "", "K-Means++"]],
    ["init", "INVALID_INPUT", [null, 7, {}, () => points]],
    ["search", "INVALID_OPTION", ["", "best", null, 1]],
    ["engine", "INVALID_OPTION", ["", "fast", null, 1]],
    ["weights", "INVALID_WEIGHTS", [null, 1, "heavy", {}, []]],
  ])("%s: %s", async (name, code, values) => {
    for (const value of values) await expectRefusal(() => fit({ [name]: value }), code);
  });

  it("onIteration with search by swaps, which is the default, in words that say what to do", async () => {
    const onIteration = () => {};
    const says = 'onIteration with search "swap".*use search "restarts" or given centroids';
    await expectRefusal(() => fit({ onIteration }), "INVALID_OPTION", { says });
    await expectRefusal(() => fit({ onIteration, search: "swap", init: "random" }), "INVALID_OPTION", { says });
  });

  it("in words that name the option, what was expected and what came", async () => {
    await expectRefusal(() => fit({ k: 1.5 }), "INVALID_K", {
      says: "Expected k to be a whole number of at least 1, got 1.5",
    });
    await expectRefusal(() => fit({ restarts: "2" }), "INVALID_OPTION", {
      says: 'Expected restarts to be a whole number of at least 1, got "2" \\(string\\)',
    });
  });
});

describe("k", () => {
  it("is at most the distinct rows", async () => {
    const rows = [
      [1, 2],
      [3, 4],
      [1, 2],
      [3, 4],
      [0, 1],
      [-0, 1],
    ];
    expect((await kmeans(rows, { k: 3 })).inertia).toBe(0);
    await expectRefusal(() => kmeans(rows, { k: 4 }), "TOO_FEW_DISTINCT_ROWS", { says: "k = 4 distinct rows, got 3" });
    const data = Float32Array.from(rows.flat());
    await expectRefusal(() => kmeans({ data, rows: 6, columns: 2 }, { k: 4 }), "TOO_FEW_DISTINCT_ROWS");
  });

  it("is at most the distinct rows of positive weight", async () => {
    const weights = [1, 1, 0];
    const says = "distinct rows of positive weight, got 2";
    await expectRefusal(() => kmeans([[1], [2], [3]], { k: 3, weights }), "TOO_FEW_DISTINCT_ROWS", { says });
    expect((await kmeans([[1], [2], [3]], { k: 2, weights })).sizes).toContain(2);
  });

  it("may be as many as thousands of rows", async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => [row % 50, Math.floor(row / 50), 1 / (row + 1)]);
    const all = await kmeans(rows, { k: 2000, restarts: 1, init: "random" });
    expect(new Set(all.labels).size).toBe(2000);
    const repeated = [...rows, ...rows];
    await expectRefusal(() => kmeans(repeated, { k: 2001 }), "TOO_FEW_DISTINCT_ROWS", { says: "got 2000 among 4000" });
  });
});

describe("given centroids", () => {
  const init = points.slice(0, 3);

  it("may be rows or a matrix, of either precision", async () => {
    const rows = init.map((row) => row.map(Math.fround));
    const expected = partsOf(await fit({ init: rows }));
    for (const kind of [Float32Array, Float64Array]) {
      expect(partsOf(await fit({ init: { data: kind.from(rows.flat()), rows: 3, columns: 2 } }))).toEqual(expected);
    }
  });

  it("are not changed", async () => {
    const data = Float64Array.from(init.flat());
    await fit({ init: { data, rows: 3, columns: 2 } });
    expect(Array.from(data)).toEqual(init.flat());
  });

  it("make one run, whatever the seed", async () => {
    const { history, labels } = await fit({ init, seed: 1 });
    expect(await fit({ init, seed: 2 })).toMatchObject({ history, labels });
  });

  it("are refused with more restarts than one", async () => {
    await expectRefusal(() => fit({ init, restarts: 2 }), "INVALID_OPTION", { says: "restarts to be 1 with given" });
  });

  it("are refused with search by swaps, which may be named only where there is something to search", async () => {
    await expectRefusal(() => fit({ init, search: "swap" }), "INVALID_OPTION", { says: 'no search "swap" with given' });
    expect(partsOf(await fit({ init, search: "restarts" }))).toEqual(partsOf(await fit({ init })));
  });

  it("are refused where they are not k", async () => {
    await expectRefusal(() => fit({ init: points.slice(0, 2) }), "INVALID_OPTION", { says: "k = 3, got 2" });
  });

  it("are refused where their columns are others than the points'", async () => {
    await expectRefusal(() => fit({ init: [[1], [2], [3]] }), "COLUMN_MISMATCH", { says: "2 columns.*got 1" });
  });

  it("are refused where they are no numbers, naming row and column", async () => {
    const holed = [
      [1, 2],
      [3, 4],
      [5, Number.NaN],
    ];
    await expectRefusal(() => fit({ init: holed }), "NOT_FINITE", { row: 2, column: 1 });
    await expectRefusal(() => fit({ init: [[1, 2], [3, 4], [5]] }), "RAGGED", { row: 2 });
    await expectRefusal(() => fit({ init: [] }), "EMPTY");
  });
});

describe("weights", () => {
  const rows = [[1], [2], [8], [9]];
  const weigh = (weights: unknown) => kmeans(rows, untyped<KMeansOptions>({ k: 2, weights }));

  it("may be any list of numbers", async () => {
    const expected = partsOf(await weigh([1, 3, 0, 2]));
    for (const weights of [
      Float32Array.of(1, 3, 0, 2),
      Uint8Array.of(1, 3, 0, 2),
      { 0: 1, 1: 3, 2: 0, 3: 2, length: 4 },
    ]) {
      expect(partsOf(await weigh(weights))).toEqual(expected);
    }
    expect(expected).toMatchObject({ sizes: [2, 2], inertia: 0.75 });
  });

  it.each([
    [[1, -1e-9, 1, 1], 1],
    [[1, 1, Number.NaN, 1], 2],
    [[1, 1, 1, Number.POSITIVE_INFINITY], 3],
    [["1", 1, 1, 1], 0],
    [[1, null, 1, 1], 1],
    [{ length: 4 }, 0],
  ])("of %j are refused, naming the row", async (weights, row) => {
    await expectRefusal(() => weigh(weights), "INVALID_WEIGHTS", { row, says: `row ${row}` });
  });

  it.each([
    [[0, 0, 0, 0], "only zeros"],
    [[1, 1, 1], "each of 4 rows, got 3"],
    [[1, 1, 1, 1, 1], "each of 4 rows, got 5"],
    [[1e308, 1e308, 1, 1], "finite sum"],
  ])("of %j are refused", async (weights, says) => {
    await expectRefusal(() => weigh(weights), "INVALID_WEIGHTS", { says });
  });

  it("of any size that float64 can add are taken", async () => {
    for (const size of [1e-300, 1, 1e300]) {
      const fit = await kmeans(rows, { k: 2, weights: [size, size, size, size] });
      expect(Array.from(fit.centroids.data).sort()).toEqual([1.5, 8.5]);
      expect(fit.inertia).toBeCloseTo(size, size > 1 ? -290 : 12);
    }
  });
});

describe('init "random"', () => {
  it("begins with k different rows of the points", async () => {
    for (let seed = 0; seed < 30; seed++) {
      const rows = [[0], [1], [2], [3], [4]];
      const { history } = await kmeans(rows, { k: 5, init: "random", search: "restarts" as const, restarts: 1, seed });
      expect(history[0].inertia).toBe(0);
    }
  });

  it("draws by weight, and no row without weight", async () => {
    const rows = [[0], [10], [20], [30]];
    let heavy = 0;
    for (let seed = 0; seed < 200; seed++) {
      const options = {
        k: 1,
        init: "random" as const,
        search: "restarts" as const,
        restarts: 1,
        maxIterations: 1,
        seed,
        weights: [1, 0, 0, 9],
      };
      const { history } = await kmeans(rows, options);
      // From row 0 the inertia is 9 x 900, from row 3 it is 900.
      if (history[0].inertia === 900) heavy++;
      else expect(history[0].inertia).toBe(8100);
    }
    expect(Math.abs(heavy - 180)).toBeLessThan(6 * Math.sqrt(200 * 0.9 * 0.1));
  });
});

describe('init "k-means++"', () => {
  it("begins with rows of the points, drawn far from each other and by weight", async () => {
    // Two heaps: the second seed lies in the other one, for a candidate in the same has no distance to be drawn by.
    const rows = Array.from({ length: 100 }, (_, row) => [row < 90 ? 0 : 50]);
    for (let seed = 0; seed < 30; seed++) {
      const { history } = await kmeans(rows, { k: 2, search: "restarts" as const, restarts: 1, seed });
      expect(history[0].inertia).toBe(0);
    }
  });

  it("draws the first row by weight, and no row without weight", async () => {
    let heavy = 0;
    for (let seed = 0; seed < 200; seed++) {
      const options = { k: 1, search: "restarts" as const, restarts: 1, maxIterations: 1, seed, weights: [1, 0, 0, 9] };
      const { history } = await kmeans([[0], [10], [20], [30]], options);
      if (history[0].inertia === 900) heavy++;
      else expect(history[0].inertia).toBe(8100);
    }
    expect(Math.abs(heavy - 180)).toBeLessThan(6 * Math.sqrt(200 * 0.9 * 0.1));
  });

  it("never seeds with a row without weight, far off as it may be", async () => {
    for (let seed = 0; seed < 30; seed++) {
      const rows = [[0], [1], [1000], [2]];
      const { history } = await kmeans(rows, {
        k: 3,
        search: "restarts" as const,
        restarts: 1,
        seed,
        weights: [1, 1, 0, 1],
      });
      expect(history[0].inertia).toBe(0);
    }
  });
});
