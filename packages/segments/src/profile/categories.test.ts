import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import type { TextColumn } from "../table.ts";
import { mallLabels } from "../testing/mall-labels.ts";
import { tableOf } from "../testing/table.ts";
import { categoryShares, countCategories, MISSING, withMissing } from "./categories.ts";

function textColumn(cells: readonly (string | null)[]): TextColumn {
  const [column] = tableOf({ Town: cells }).columns;
  if (column?.type !== "text") throw new Error("The column is made of text");
  return column;
}

const shares = (cells: readonly (string | null)[], labels: readonly number[], segments = 2) =>
  categoryShares(textColumn(cells), Int32Array.from(cells.keys()), Int32Array.from(labels), segments);

test("every value has its share in each segment and how far that is from everybody's", () => {
  const [first, second] = shares(["a", "b", "b", "b"], [0, 0, 1, 1]);
  expect(first).toMatchObject([
    { value: "b", share: 0.5, overall: 0.75, difference: -0.25 },
    { value: "a", share: 0.5, overall: 0.25, difference: 0.25 },
  ]);
  expect(second).toMatchObject([
    { value: "b", share: 1, overall: 0.75, difference: 0.25 },
    { value: "a", share: 0, overall: 0.25, difference: -0.25 },
  ]);
});

// Python 3.11: 2 * math.asin(math.sqrt(share)) - 2 * math.asin(math.sqrt(overall)).
test("the effect of a value is Cohen's h of its share against everybody's", () => {
  const effects = shares(["a", "b", "b", "b"], [0, 0, 1, 1]).map((own) => own?.map(({ effect }) => effect));
  expect(effects[0]?.[0]).toBeCloseTo(-0.5235987755982985, 14);
  expect(effects[1]?.[0]).toBeCloseTo(1.0471975511965979, 14);
  expect(effects[1]?.[1]).toBeCloseTo(-1.0471975511965979, 14);
});

test("the mall's women are 56 % of all and 46 % of those who earn and do not spend", () => {
  const gender = mall.columns[1];
  if (gender?.type !== "text") throw new Error("Gender is text");
  const rows = Int32Array.from(mallLabels.keys());
  const [careful] = categoryShares(gender, rows, mallLabels, 5);
  expect(careful?.map(({ value }) => value)).toEqual(["Female", "Male"]);
  expect(careful?.[0]?.share).toBeCloseTo(16 / 35, 12);
  expect(careful?.[0]?.overall).toBeCloseTo(0.56, 12);
  expect(careful?.[0]?.effect).toBeCloseTo(-0.20610947290068404, 12);
});

test("equally frequent values come in the order of their letters, whatever the order of the rows", () => {
  const values = (cells: readonly string[]) => shares(cells, [0, 0, 0], 1)[0]?.map(({ value }) => value);
  expect(values(["c", "a", "b"])).toEqual(["a", "b", "c"]);
  expect(values(["b", "c", "a"])).toEqual(["a", "b", "c"]);
});

describe("nothing is said", () => {
  test("of a segment whose cells are all empty, nor do empty cells count elsewhere", () => {
    const [first, second] = shares(["a", null, "b", null, null], [0, 0, 0, 1, 1]);
    expect(first?.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(second).toBeNull();
  });

  test("of a column that has one value among the rows used", () => {
    const column = textColumn(["a", "a", "b"]);
    expect(categoryShares(column, Int32Array.of(0, 1), Int32Array.of(0, 1), 2)).toEqual([null, null]);
  });

  test("of a column with more than 50 values", () => {
    const cells = (count: number) => Array.from({ length: count }, (_, i) => `t${i}`);
    expect(shares(cells(51), new Array(51).fill(0), 1)).toEqual([null]);
    expect(shares(cells(50), new Array(50).fill(0), 1)[0]?.length).toBe(50);
  });
});

test("what is missing can count as a value of its own", () => {
  const counts = countCategories(
    withMissing(textColumn(["a", null, "b", null])),
    Int32Array.from([0, 1, 2, 3]),
    Int32Array.from([0, 0, 1, 1]),
    2,
  );
  expect(counts).toEqual({
    values: [MISSING, "a", "b"],
    segments: [
      [1, 1, 0],
      [1, 0, 1],
    ],
  });
});
