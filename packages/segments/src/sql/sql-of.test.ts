import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import type { SavedSegmentation } from "../model/saved.ts";
import type { SegmentationModel } from "../model/segmentation-model.ts";
import { segment } from "../segment.ts";
import type { Table } from "../table.ts";
import { madeModel, numberFeature } from "../testing/made-model.ts";
import { madeRecipe } from "../testing/made-recipe.ts";
import { tableOf } from "../testing/table.ts";
import { duckdb, postgres, ROW, type Warehouse } from "../testing/warehouses.ts";
import { sqlOf } from "./sql-of.ts";

/** The letter of each row's segment, as a query says. */
async function labelsBy(warehouse: Warehouse, model: SegmentationModel, table: Table): Promise<unknown[]> {
  await warehouse.load("customers", table);
  const rows = await warehouse.rows(sqlOf(model, { dialect: warehouse.dialect }));
  const letters = new Array<unknown>(table.rows).fill("no row");
  for (const row of rows) letters[Number(row[ROW])] = row["segment"];
  return letters;
}

/** The letters that a row may have: more than one where other centroids are as near, but for rounding. */
async function possible(model: SegmentationModel, table: Table): Promise<(string | null)[][]> {
  const { labels } = await model.predict(table);
  const { points, rows } = await model.points(table);
  const { kmeans, segments } = model.toJSON();
  const letters = Array.from(labels, (label): (string | null)[] => [segments[label]?.letter ?? null]);
  for (const [i, row] of rows.entries()) {
    const point = points.data.subarray(i * points.columns, (i + 1) * points.columns);
    const distances = segments.map(({ cluster }) => {
      return kmeans.centroids[cluster]!.reduce((sum, number, j) => sum + (point[j]! - number) ** 2, 0);
    });
    const near = distances[labels[row]!]! * (1 + 1e-9) + 1e-9;
    letters[row]!.push(...segments.filter((_, id) => distances[id]! <= near).map(({ letter }) => letter));
  }
  return letters;
}

describe.each([
  { name: "DuckDB", open: duckdb, recipes: 60 },
  { name: "PostgreSQL", open: postgres, recipes: 60 },
])("in $name the query", ({ open, recipes }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
  }, 120_000);
  afterAll(() => warehouse.close());

  test("labels the rows as predict does, however they are prepared and whatever they are called", async () => {
    for (let seed = 0; seed < recipes; seed++) {
      const { model, table } = madeRecipe(seed);
      const expected = await possible(model, table);
      const found = await labelsBy(warehouse, model, table);
      const wrong = found.flatMap((letter, row) => {
        return expected[row]!.some((each) => each === letter) ? [] : [{ seed, row, letter, expected: expected[row] }];
      });
      expect(wrong).toEqual([]);
    }
  });

  test("labels the rows that the model was found on", async () => {
    const { model, labels, segments } = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
    const letters = Array.from(labels, (id) => segments[id]!.letter);
    expect(await labelsBy(warehouse, model, mall)).toEqual(letters);
  });

  test("gives a tie to the lowest cluster", async () => {
    const model = madeModel(
      [numberFeature("x"), numberFeature("y")],
      [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ],
    );
    const table = tableOf({ x: [0, 0, 0, -2, 0.5, 2 ** -30], y: [0, 5, -5, 2, 0.5, 0] });
    expect(await labelsBy(warehouse, model, table)).toEqual(["D", "B", "A", "C", "D", "D"]);
    expect(await labelsBy(warehouse, model, table)).toEqual((await possible(model, table)).map(([letter]) => letter));
  });

  test("gives no label to a row that predict leaves out or refuses", async () => {
    const categories = { type: "category", categories: ["a", "b"], missing: false, spread: 1, weight: 1 } as const;
    const model = madeModel(
      [
        numberFeature("n", { log: true, clip: { low: -5, high: 10 } }),
        { ...categories, name: "c", values: "text" },
        { ...categories, name: "m", values: "number", categories: ["1", "2"] },
      ],
      [
        [0, 1, 0, 0, 1],
        [1, 0, 1, 1, 0],
      ],
    );
    const columns = {
      n: [0, Number.NaN, null, Infinity, -Infinity, 1e101, -1, -3, 0, 0, 0, 0],
      c: ["a", "a", "a", "a", "a", "a", "a", "a", "z", null, "", "a"],
      m: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3],
    };
    const labels = await labelsBy(warehouse, model, tableOf(columns));
    expect(labels).toEqual(["B", ...new Array<null>(11).fill(null)]);
  });

  test("puts what the model has for a missing value in place of NaN and NULL, and infinity nowhere", async () => {
    const model = madeModel([numberFeature("n", { missing: 7, clip: { low: 0, high: 5 } })], [[0], [5]]);
    const table = tableOf({ n: [1, null, Number.NaN, Infinity, -1e50] });
    expect(await labelsBy(warehouse, model, table)).toEqual(["B", "A", "A", null, "B"]);
  });

  test("takes the logarithm of numbers near 0 in all their digits", async () => {
    const model = madeModel([numberFeature("n", { log: true, spread: 1e-16 })], [[0], [1], [2], [1e7], [-1e7]]);
    const table = tableOf({ n: [0, 1.1e-16, 0.4e-16, 2.1e-16, 1e-100, 1.1e-9, -1.1e-9] });
    const { labels, segments } = await model.predict(table);
    const letters = Array.from(labels, (label) => segments[label]?.letter);
    expect(letters).toEqual(["E", "D", "E", "C", "E", "B", "A"]);
    expect(await labelsBy(warehouse, model, table)).toEqual(letters);
  });

  test("keeps every column, whatever it is called, and adds the segment's letter and name", async () => {
    const model = madeModel([numberFeature("kentro_x1")], [[0], [1]], ['it\'s \\ "them"', "🙂 '; DROP TABLE t; --"]);
    const columns = [
      ["kentro_x1", [0.2, 0.9]],
      ["x", [5, 6]],
      ['a.b"c', ["p", null]],
    ] as const;
    await warehouse.load('my "own".table', tableOf(columns));
    const rows = await warehouse.rows(sqlOf(model, { dialect: warehouse.dialect, table: 'my "own".table' }));
    expect(rows.toSorted((a, b) => Number(a[ROW]) - Number(b[ROW]))).toEqual([
      { [ROW]: 0, kentro_x1: 0.2, x: 5, 'a.b"c': "p", segment: "B", segment_name: "🙂 '; DROP TABLE t; --" },
      { [ROW]: 1, kentro_x1: 0.9, x: 6, 'a.b"c': null, segment: "A", segment_name: 'it\'s \\ "them"' },
    ]);
  });

  test("names a table by its parts", async () => {
    const schema = warehouse.dialect === "duckdb" ? ["memory", "main"] : ["public"];
    await warehouse.load("customers", tableOf({ x: [1] }));
    const model = madeModel([numberFeature("x")], [[0]]);
    const rows = await warehouse.rows(sqlOf(model, { dialect: warehouse.dialect, table: [...schema, "customers"] }));
    expect(rows).toEqual([{ [ROW]: 0, x: 1, segment: "A", segment_name: "segment 0" }]);
  });

  test("does for many features and segments", async () => {
    const features = Array.from({ length: 100 }, (_, i) => numberFeature(`f${i}`, { spread: 1 + i }));
    const centroids = Array.from({ length: 20 }, (_, c) => features.map((_, i) => ((c * 31 + i * 17) % 23) - 11));
    const table = tableOf(features.map(({ name, spread }, i) => [name, [i % 7, -i, 3 * spread]] as const));
    const model = madeModel(features, centroids);
    expect(await labelsBy(warehouse, model, table)).toEqual((await possible(model, table)).map(([letter]) => letter));
  });
});

describe("in databases that are not at hand the query", () => {
  const model = madeModel(
    [
      numberFeature("tick` back\\slash", { missing: 3, log: true }),
      {
        name: "city",
        type: "category",
        values: "text",
        categories: ["Köln", "l'Île\n"],
        missing: true,
        spread: 2,
        weight: 1,
      },
    ],
    [
      [0, 0.5, 0, 0],
      [1, 0, 0.5, 0],
    ],
    ["it's", "the rest"],
  );

  const bigquery = `WITH kentro_read AS (
  SELECT
    kentro_row,
    CAST(kentro_row.\`tick\\\` back\\\\slash\` AS FLOAT64) AS kentro_r1,
    NULLIF(CAST(kentro_row.\`city\` AS STRING), '') AS kentro_r2
  FROM \`my-project\`.\`shop\`.\`customers\` AS kentro_row
),
kentro_values AS (
  SELECT
    kentro_row,
    CASE WHEN kentro_r1 IS NULL OR IS_NAN(kentro_r1) THEN 3e0 WHEN kentro_r1 BETWEEN -1e+100 AND 1e+100 THEN kentro_r1 END AS kentro_v1,
    kentro_r2 AS kentro_v2
  FROM kentro_read
),
kentro_coordinates AS (
  SELECT
    kentro_row,
    CASE WHEN kentro_v1 > -1e0 THEN (CASE WHEN 1e0 + kentro_v1 = 1e0 THEN kentro_v1 ELSE LN(1e0 + kentro_v1) * (kentro_v1 / ((1e0 + kentro_v1) - 1e0)) END) / 1e0 END AS kentro_x1,
    CAST(CASE WHEN kentro_v2 = 'Köln' THEN 0.5e0 WHEN kentro_v2 IS NULL OR kentro_v2 = 'l\\'Île\\n' THEN 0 END AS FLOAT64) AS kentro_x2,
    CAST(CASE WHEN kentro_v2 = 'l\\'Île\\n' THEN 0.5e0 ELSE 0 END AS FLOAT64) AS kentro_x3,
    CAST(CASE WHEN kentro_v2 IS NULL THEN 0.5e0 ELSE 0 END AS FLOAT64) AS kentro_x4
  FROM kentro_values
),
kentro_distances AS (
  SELECT
    kentro_row,
    POWER(kentro_x1, 2) + POWER(kentro_x2 - 0.5e0, 2) + POWER(kentro_x3, 2) + POWER(kentro_x4, 2) AS kentro_d1,
    POWER(kentro_x1 - 1e0, 2) + POWER(kentro_x2, 2) + POWER(kentro_x3 - 0.5e0, 2) + POWER(kentro_x4, 2) AS kentro_d2
  FROM kentro_coordinates
),
kentro_nearest AS (
  SELECT
    kentro_row,
    kentro_d1,
    kentro_d2,
    LEAST(kentro_d1, kentro_d2) AS kentro_least
  FROM kentro_distances
)
SELECT
  kentro_row.*,
  CASE
    WHEN kentro_d1 = kentro_least THEN 'B'
    WHEN kentro_d2 = kentro_least THEN 'A'
  END AS segment,
  CASE
    WHEN kentro_d1 = kentro_least THEN 'the rest'
    WHEN kentro_d2 = kentro_least THEN 'it\\'s'
  END AS segment_name
FROM kentro_nearest
`;

  test("speaks BigQuery", () => {
    expect(sqlOf(model, { dialect: "bigquery", table: ["my-project", "shop", "customers"] })).toBe(bigquery);
  });

  test("speaks ClickHouse, where the row is no column", () => {
    const lines = sqlOf(model, { dialect: "clickhouse" }).split("\n");
    const different = lines.filter((line) => !bigquery.split("\n").includes(line));
    expect(different.map((line) => line.trim())).toEqual([
      "*,",
      "CAST(kentro_row.`tick\\` back\\\\slash` AS Nullable(Float64)) AS kentro_r1,",
      "NULLIF(CAST(kentro_row.`city` AS Nullable(String)), '') AS kentro_r2",
      "FROM `customers` AS kentro_row",
      "*,",
      "CASE WHEN kentro_r1 IS NULL OR isNaN(kentro_r1) THEN 3e0 WHEN kentro_r1 BETWEEN -1e+100 AND 1e+100 THEN kentro_r1 END AS kentro_v1,",
      "*,",
      "CAST(CASE WHEN kentro_v2 = 'Köln' THEN 0.5e0 WHEN kentro_v2 IS NULL OR kentro_v2 = 'l\\'Île\\n' THEN 0 END AS Nullable(Float64)) AS kentro_x2,",
      "CAST(CASE WHEN kentro_v2 = 'l\\'Île\\n' THEN 0.5e0 ELSE 0 END AS Nullable(Float64)) AS kentro_x3,",
      "CAST(CASE WHEN kentro_v2 IS NULL THEN 0.5e0 ELSE 0 END AS Nullable(Float64)) AS kentro_x4",
      "*,",
      "*,",
      "* EXCEPT (kentro_r1, kentro_r2, kentro_v1, kentro_v2, kentro_x1, kentro_x2, kentro_x3, kentro_x4, kentro_d1, kentro_d2, kentro_least),",
    ]);
  });
});

test("a saved segmentation is read as a stranger's", () => {
  const saved = madeModel([numberFeature("x")], [[0]]).toJSON();
  expect(sqlOf(saved, { dialect: "duckdb" })).toContain('kentro_row."x"');
  const harmful = { ...saved, segments: [{ ...saved.segments[0]!, letter: "A' OR 1=1" }] } as SavedSegmentation;
  expect(() => sqlOf(harmful, { dialect: "duckdb" })).toThrow(expect.objectContaining({ code: "INVALID_MODEL" }));
});

test("a category of numbers that is none is equal to no number", () => {
  const rest = { type: "category", values: "number", missing: false, spread: 1, weight: 1 } as const;
  const model = madeModel(
    [{ ...rest, name: "n", categories: ["1) OR (1=1", "2"] }],
    [
      [0, 1],
      [1, 0],
    ],
  );
  expect(sqlOf(model, { dialect: "duckdb" })).toContain("CASE WHEN kentro_v1 = NULL THEN 1e0 WHEN kentro_v1 = 2e0");
});

test("a dialect that is none is refused", () => {
  const model = madeModel([numberFeature("x")], [[0]]);
  const options = { dialect: "oracle" } as unknown as Parameters<typeof sqlOf>[1];
  expect(() => sqlOf(model, options)).toThrow(
    'Expected dialect to be one of duckdb, postgres, bigquery, clickhouse, got "oracle"',
  );
});

test("a table without a name is refused", () => {
  const model = madeModel([numberFeature("x")], [[0]]);
  for (const table of ["", [], ["shop", ""]]) {
    expect(() => sqlOf(model, { dialect: "duckdb", table })).toThrow("Expected table to be a name");
  }
});
