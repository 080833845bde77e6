import fc from "fast-check";
import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import type { Column } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { repeats } from "./repeats.ts";

const count = (columns: readonly Column[], rows: number) => repeats(rows, columns, new Pace());

test("rows are counted that an earlier row is the same as, gaps too", async () => {
  const { columns, rows } = tableOf({
    x: [1, 1, 1, null, null, 2, -0, 0],
    town: ["a", "a", "b", "a", "a", "a", null, null],
  });
  expect(await count(columns, rows)).toBe(3);
});

test("they are as many as the texts of the rows that differ leave over", async () => {
  const cell = fc.option(fc.constantFrom(0, 0.1, 1, -1, 1e300, 2 ** 53), { freq: 3 });
  const row = fc.tuple(cell, cell, fc.option(fc.constantFrom("a", "b"), { freq: 3 }));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 200 }), async (drawn) => {
      const table = tableOf([
        ["x", drawn.map(([x]) => x)],
        ["y", drawn.map(([, y]) => y)],
        ["town", drawn.map(([, , town]) => town)],
      ]);
      const different = new Set(drawn.map((each) => JSON.stringify(each))).size;
      expect(await count(table.columns, drawn.length)).toBe(drawn.length - different);
    }),
    { seed: 3, numRuns: 100 },
  );
});

test("among half a million different rows there is none", async () => {
  const values = Float64Array.from({ length: 500_000 }, (_, i) => i / 7);
  const column = { name: "x", type: "numeric", values, missing: 0, unreadable: [], unreadableCount: 0 } as const;
  expect(await count([column], values.length)).toBe(0);
});

test("columns whose values were not kept tell nothing", async () => {
  expect(await count([{ name: "email", type: "identifier", missing: 0 }], 9)).toBe(0);
});
