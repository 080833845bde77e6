import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import { Pace } from "../pace.ts";
import { summarize } from "../profile/numeric.ts";
import { mallLabels } from "../testing/mall-labels.ts";
import { nameSegments } from "./names.ts";

/** Names of segments whose customers' features are given: segments -> features -> values. */
async function named(columns: readonly string[], segments: readonly (readonly (readonly number[])[])[]) {
  const labels = Int32Array.from(segments.flatMap((features, s) => (features[0] ?? []).map(() => s)));
  const rows = Int32Array.from(labels.keys());
  const summaries = [];
  for (const j of columns.keys()) {
    const values = Float64Array.from(segments.flatMap((features) => features[j] ?? []));
    summaries.push(await summarize(values, rows, labels, segments.length, new Pace()));
  }
  return nameSegments(columns, summaries, segments.length);
}

const words = async (...given: Parameters<typeof named>) => (await named(...given)).map(({ name }) => name);

describe("a name", () => {
  test("says on which features a segment is high or low, and rests on evidence", async () => {
    const names = await named(
      ["Income (k$)", "Visits"],
      [
        [
          [10, 12],
          [9, 9],
        ],
        [
          [10, 12],
          [1, 1],
        ],
        [
          [50, 52],
          [9, 9],
        ],
        [
          [50, 52],
          [1, 1],
        ],
      ],
    );
    expect(names.map(({ name }) => name)).toEqual([
      "low income, many visits",
      "low income, few visits",
      "high income, many visits",
      "high income, few visits",
    ]);
    expect(names[0]?.evidence.map(({ feature, level, mean }) => ({ feature, level, mean }))).toEqual([
      { feature: "Income (k$)", level: "low", mean: 11 },
      { feature: "Visits", level: "high", mean: 9 },
    ]);
    expect(names[0]?.evidence[0]?.rest).toBeCloseTo((11 + 51 + 51) / 3, 12);
  });

  test("is as short as tells the segments apart", async () => {
    const two = [
      [
        [1, 2],
        [5, 6],
      ],
      [
        [8, 9],
        [1, 2],
      ],
    ];
    expect(await words(["Income", "Debt"], two)).toEqual(["low income", "high income"]);
  });

  test("of a segment like everybody says average in two features, middle of the road in more", async () => {
    const segments = [
      [
        [0, 0],
        [0, 0],
      ],
      [
        [5, 5],
        [5, 5],
      ],
      [
        [10, 10],
        [10, 10],
      ],
    ];
    expect((await words(["a", "b"], segments))[1]).toBe("average a, average b");
    const wider = segments.map(([a = [], b = []]) => [a, b, [...a].reverse()]);
    expect((await words(["a", "b", "c"], wider))[1]).toBe("middle of the road");
  });

  test("takes finer levels where high and low do not tell", async () => {
    const incomes = [[[22]], [[42]], [[60]], [[79]], [[110]]];
    expect(await words(["income"], incomes)).toEqual([
      "very low income",
      "low income",
      "average income",
      "high income",
      "very high income",
    ]);
  });

  test("prefers very high to an average where that tells as much", async () => {
    const names = await words(
      ["age", "income"],
      [
        [
          [20, 20, 20],
          [50, 50, 50],
        ],
        [
          [60, 60, 60],
          [10, 10, 10],
        ],
        [
          [40, 40, 40],
          [120, 120, 120],
        ],
        [
          [60, 60, 60],
          [50, 50, 50],
        ],
        [
          [30, 30, 30],
          [40, 40, 40],
        ],
      ],
    );
    expect(names[2]).toContain("high income");
    expect(names[2]).not.toContain("average");
  });

  test("takes a number where no levels tell", async () => {
    const crowd = [[[0]], [[1]], [[100]], [[101]]];
    expect(await words(["income"], crowd)).toEqual([
      "low income (about 0)",
      "low income (about 1)",
      "high income (about 100)",
      "high income (about 101)",
    ]);
  });

  test("takes the segment's letter as the last resort", async () => {
    const twins = [[[1]], [[1]], [[9]]];
    expect(await words(["income"], twins)).toEqual(["low income", "low income (B)", "high income"]);
  });

  test("of a segment that holds everybody is all customers", async () => {
    expect(await named(["income"], [[[1, 2, 3]]])).toEqual([{ name: "all customers", evidence: [] }]);
  });

  test("rests on none of the features that do not vary", async () => {
    const names = await named(
      ["same", "income"],
      [
        [
          [7, 7],
          [1, 2],
        ],
        [
          [7, 7],
          [8, 9],
        ],
      ],
    );
    expect(names.flatMap(({ evidence }) => evidence.map(({ feature }) => feature))).toEqual(["income", "income"]);
  });
});

test("the mall's five segments are told by income and spending", async () => {
  const columns = ["Annual Income (k$)", "Spending Score (1-100)"];
  const rows = Int32Array.from(mallLabels.keys());
  const summaries = [];
  for (const name of columns) {
    const column = mall.columns.find((each) => each.name === name);
    if (column?.type !== "numeric") throw new Error(`${name} is numeric`);
    summaries.push(await summarize(column.values, rows, mallLabels, 5, new Pace()));
  }
  expect(nameSegments(columns, summaries, 5).map(({ name }) => name)).toEqual([
    "high income, low spending",
    "average income, average spending",
    "high income, high spending",
    "low income, high spending",
    "low income, low spending",
  ]);
});

test("no two names are equal, and each is true of its segment, for any data", async () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  const made = fc
    .record({
      k: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 5 }),
      size: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ k, d, size }) => {
      const feature = fc.array(value, { minLength: size, maxLength: size });
      return fc.array(fc.array(feature, { minLength: d, maxLength: d }), { minLength: k, maxLength: k });
    });
  await fc.assert(
    fc.asyncProperty(made, async (segments) => {
      const columns = ["income", "age", "visits", "spend", "income "].slice(0, segments[0]?.length);
      const names = await named(columns, segments);
      expect(new Set(names.map(({ name }) => name)).size).toBe(segments.length);
      for (const { level, mean, rest } of names.flatMap(({ evidence }) => evidence)) {
        if (level.endsWith("high")) expect(mean).toBeGreaterThan(rest);
        if (level.endsWith("low")) expect(mean).toBeLessThan(rest);
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});
