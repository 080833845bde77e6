import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { expectRefusal } from "../testing/expectations.ts";
import { untyped } from "../testing/untyped.ts";
import { fromColumns, type Points } from "./matrix.ts";

describe("fromColumns", () => {
  it("makes a row-major float64 matrix of arrays and typed arrays", () => {
    const matrix = fromColumns([[15, 16, 17], Float32Array.of(39, 81, 6)]);
    expect(matrix).toEqual({ data: Float64Array.of(15, 39, 16, 81, 17, 6), rows: 3, columns: 2 });
  });

  it("gives what rows of the same numbers give", async () => {
    const fit = await kmeans(
      fromColumns([
        [1, 1, 8, 9],
        [1, 2, 8, 8],
      ]),
      { k: 2 },
    );
    expect(fit.toJSON()).toEqual(
      (
        await kmeans(
          [
            [1, 1],
            [1, 2],
            [8, 8],
            [9, 8],
          ],
          { k: 2 },
        )
      ).toJSON(),
    );
  });

  it("refuses no columns", async () => {
    await expectRefusal(() => fromColumns([]), "EMPTY");
  });

  it("refuses columns of different lengths, naming the column", async () => {
    await expectRefusal(() => fromColumns([[1, 2], [3, 4], [5]]), "RAGGED", { column: 2, says: "column 2.*got 1" });
  });

  it.each([[null], ["5"], [true], [undefined], [5n]])("does not take %s for a number", async (value) => {
    const columns = JSON.parse("[[1, 2], [3, 4]]");
    columns[1][0] = value;
    await expectRefusal(() => fromColumns(columns), "NOT_FINITE", { row: 0, column: 1 });
  });

  it("refuses what is no column", async () => {
    await expectRefusal(() => fromColumns(JSON.parse("[[1], 2]")), "INVALID_INPUT", { column: 1 });
    await expectRefusal(() => fromColumns(JSON.parse("[null]")), "INVALID_INPUT", { column: 0 });
  });
});

describe("points", () => {
  it.each<[string, Points]>([
    ["no rows", []],
    ["rows without columns", [[], []]],
    ["a matrix without rows", { data: new Float64Array(0), rows: 0, columns: 3 }],
    ["a matrix without columns", { data: new Float32Array(0), rows: 3, columns: 0 }],
  ])("of %s are EMPTY", async (_, points) => {
    await expectRefusal(() => kmeans(points, { k: 1 }), "EMPTY", { says: "at least one" });
  });

  it("with a row of another length are RAGGED, naming the row", async () => {
    await expectRefusal(() => kmeans([[1, 2], [3, 4], [5]], { k: 1 }), "RAGGED", { row: 2, says: "row 2.*got 1" });
    await expectRefusal(
      () =>
        kmeans(
          [
            [1, 2],
            [3, 4, 5],
          ],
          { k: 1 },
        ),
      "RAGGED",
      { row: 1 },
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "with %s are NOT_FINITE, naming row, column and value",
    async (value) => {
      const at = { row: 2, column: 1, says: `row 2, column 1 .*got ${value}` };
      const rows = [
        [1, 2],
        [3, 4],
        [5, value],
        [Number.NaN, 0],
      ];
      await expectRefusal(() => kmeans(rows, { k: 1 }), "NOT_FINITE", at);
      for (const kind of [Float32Array, Float64Array]) {
        const points = { data: kind.from(rows.flat()), rows: 4, columns: 2 };
        await expectRefusal(() => kmeans(points, { k: 1 }), "NOT_FINITE", at);
      }
    },
  );

  it.each([Float32Array, Float64Array])("of many rows name the first value that is not finite", async (kind) => {
    const points = { data: new kind(5000 * 3).fill(1), rows: 5000, columns: 3 };
    points.data[14_999] = Number.POSITIVE_INFINITY;
    await expectRefusal(() => kmeans(points, { k: 1 }), "NOT_FINITE", { row: 4999, column: 2, says: "got Infinity" });
    points.data[7000] = Number.NaN;
    await expectRefusal(() => kmeans(points, { k: 1 }), "NOT_FINITE", { row: 2333, column: 1, says: "got NaN" });
  });

  it.each([[null], ["5"], ["abc"], [true], [undefined], [5n], [[1]]])("with %s are NOT_FINITE", async (value) => {
    const rows = JSON.parse("[[1, 2], [3, 4]]");
    rows[1][0] = value;
    await expectRefusal(() => kmeans(rows, { k: 1 }), "NOT_FINITE", { row: 1, column: 0 });
  });

  it.each([
    [null],
    [undefined],
    [5],
    ["abc"],
    [{}],
    [() => [[1]]],
    [Float64Array.of(1, 2)],
    [{ data: [1], rows: 1, columns: 1 }],
  ])("that are %s are INVALID_INPUT", async (points) => {
    await expectRefusal(() => kmeans(untyped(points), { k: 1 }), "INVALID_INPUT", {
      says: "array of rows or a Matrix",
    });
  });

  it.each([["abc"], [7], [null], [undefined], [{}]])("with %s for a row are INVALID_INPUT", async (row) => {
    await expectRefusal(() => kmeans(untyped([row, [1]]), { k: 1 }), "INVALID_INPUT", { row: 0 });
    await expectRefusal(() => kmeans(untyped([[1], row]), { k: 1 }), "INVALID_INPUT", { row: 1 });
  });

  it.each([
    [3, 2],
    [2, 3],
    [1.5, 2],
    [-2, -2],
    [Number.NaN, 2],
    ["2", 2],
  ])("of a matrix said to be %s x %s, which it is not, are INVALID_INPUT", async (rows, columns) => {
    const points = untyped<Points>({ data: new Float64Array(4), rows, columns });
    await expectRefusal(() => kmeans(points, { k: 1 }), "INVALID_INPUT");
  });

  it("may be typed arrays for rows, and are not changed", async () => {
    const rows = [Float32Array.of(1, 2), Float64Array.of(3, 4), Int8Array.of(9, 9)];
    const fit = await kmeans(rows, { k: 3 });
    expect(fit.precision).toBe("float64");
    const matrix = { data: Float32Array.of(5, 1, 5, 2, 9, 9), rows: 3, columns: 2 };
    const before = matrix.data.slice();
    expect((await kmeans(matrix, { k: 2 })).precision).toBe("float32");
    expect(matrix.data).toEqual(before);
  });

  it("too many for 4 GiB are TOO_LARGE", async () => {
    // Nothing of it is touched, so no memory is taken.
    const rows = 360_000_000;
    const points = { data: new Float32Array(rows), rows, columns: 1 };
    await expectRefusal(() => kmeans(points, { k: 2 }), "TOO_LARGE", {
      says: "360000000 rows x 1 columns to fit the 4 GiB",
    });
  });
});
