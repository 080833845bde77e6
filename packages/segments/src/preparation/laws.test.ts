import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SegmentationModel } from "../model/segmentation-model.ts";
import type { Missing, SegmentOptions } from "../options.ts";
import { segment } from "../segment.ts";
import { scales } from "../statistics/scale.ts";
import type { Column, Table } from "../table.ts";
import { tableOf } from "../testing/table.ts";

/** Customers with every kind of column, and gaps in each. */
const customer = fc.record({
  income: fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 8 }),
  age: fc.option(fc.double({ min: 18, max: 90, noNaN: true }), { freq: 8 }),
  member: fc.option(fc.constantFrom("yes", "No", "Y"), { freq: 8 }),
  town: fc.option(fc.constantFrom("Athens", "Patras", "Rome"), { freq: 8 }),
  children: fc.option(fc.constantFrom(0, 1, 2), { freq: 8 }),
});
/** Two customers that differ in everything, so that every column varies. */
const ends = [
  { income: 10, age: 20.5, member: "no", town: "Athens", children: 0 },
  { income: 4000, age: 80.5, member: "yes", town: "Patras", children: 2 },
];
const customers = fc.array(customer, { minLength: 10, maxLength: 40 }).map((drawn) => {
  const rows = [...ends, ...drawn, ...ends];
  const cells = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  return tableOf([
    ["income", cells("income")],
    ["age", cells("age")],
    ["member", cells("member") as (string | null)[]],
    ["town", cells("town") as (string | null)[]],
    ["children", cells("children")],
  ]);
});

const missings: readonly (Missing | readonly Missing[])[] = ["drop", "median", "category", ["median", "category"]];
const asked: fc.Arbitrary<SegmentOptions> = fc.record({
  k: fc.constantFrom(1, 2),
  restarts: fc.constant(1),
  resamples: fc.constant(0),
  scale: fc.constantFrom(...scales),
  features: fc.constantFrom(["income", "age", "member"], ["age", "income"], ["income"], "all" as const),
  categorical: fc.constantFrom([], ["town"], ["children", "town"]),
  log: fc.constantFrom([], ["income"]),
  clip: fc.constantFrom<readonly [number, number]>([0, 1], [0.02, 0.98]),
  missing: fc.constantFrom(...missings),
  weights: fc.constantFrom<Record<string, number>>({}, { income: 2.5 }),
});

/** Rows of a table as a table of its own. */
function part(table: Table, from: number, to: number): Table {
  const columns = table.columns.map((column): Column => {
    if (column.type === "text") return { ...column, codes: column.codes.slice(from, to) };
    return column.type === "identifier" ? column : { ...column, values: column.values.slice(from, to) };
  });
  return { rows: to - from, columns };
}

/** Robust scaling refuses a column whose middle half is one value, and clipping may leave one value: drawn again. */
async function found(table: Table, options: SegmentOptions) {
  try {
    return await segment(table, options);
  } catch (error) {
    expect(error).toMatchObject({ name: "SegmentsError", code: "NO_SPREAD" });
    return null;
  }
}

describe("whatever the preparation", () => {
  test("a saved model gives the customers it was found on the labels they had, in one table or in parts", async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(customers, asked, fc.nat(12), async (table, options, cut) => {
        const segmentation = await found(table, options);
        if (segmentation === null) return;
        met++;
        const model = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(segmentation.model)));
        expect(model.toJSON()).toEqual(segmentation.model.toJSON());
        const whole = await model.predict(table);
        expect(whole.labels).toEqual(segmentation.labels);
        expect(whole.leftOut).toEqual(segmentation.leftOut);
        const first = await model.predict(part(table, 0, cut));
        const second = await model.predict(part(table, cut, table.rows), { rowOffset: cut });
        expect([...first.labels, ...second.labels]).toEqual([...segmentation.labels]);
        expect([...first.leftOut.cells, ...second.leftOut.cells]).toEqual(segmentation.leftOut.cells);
      }),
      { seed: 11, numRuns: 100 },
    );
    expect(met).toBeGreaterThan(60);
  });

  test("a row's coordinates do not depend on the other rows", async () => {
    await fc.assert(
      fc.asyncProperty(customers, asked, async (table, options) => {
        const segmentation = await found(table, options);
        if (segmentation === null) return;
        const { points, rows } = await segmentation.model.points(table);
        for (const [i, row] of rows.entries()) {
          const alone = await segmentation.model.points(part(table, row, row + 1));
          const { columns } = points;
          expect([...alone.points.data]).toEqual([...points.data.slice(i * columns, (i + 1) * columns)]);
        }
      }),
      { seed: 12, numRuns: 20 },
    );
  });

  test("the notes say how many rows were read and used, and every column by name", async () => {
    await fc.assert(
      fc.asyncProperty(customers, asked, async (table, options) => {
        const segmentation = await found(table, options);
        if (segmentation === null) return;
        const said = segmentation.notes.sentences.join("\n");
        expect(said).toMatch(new RegExp(`^${table.rows} rows read, (all|${segmentation.rows}) used`));
        for (const { name } of table.columns) expect(said).toContain(name);
        expect(said).not.toMatch(/NaN|undefined|null|Infinity/);
      }),
      { seed: 13, numRuns: 40 },
    );
  });
});
