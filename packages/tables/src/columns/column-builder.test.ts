import { expect, test } from "vitest";
import { type Reading, UNDECIDED } from "../cells/reading.ts";
import type { Column } from "../table.ts";
import { withTexts } from "../testing/texts.ts";
import { ColumnBuilder } from "./column-builder.ts";

/** A column of cells, each given as the number that DuckDB made of it and its text, in chunks of some rows. */
async function built(
  cells: readonly (readonly [number, string | null])[],
  { chunk = cells.length, reading = UNDECIDED }: { chunk?: number; reading?: Reading } = {},
): Promise<Column | "mixed"> {
  const builder = new ColumnBuilder("x.csv", "a", reading);
  for (let from = 0; from < cells.length; from += chunk) {
    const part = cells.slice(from, from + chunk);
    const numbers = Float64Array.from(part, ([number]) => number);
    await withTexts(
      part.map(([, text]) => text),
      (texts) => builder.push(part.length, numbers, texts),
    );
  }
  return builder.build();
}

const number = (value: number): [number, string] => [value, String(value)];
const text = (value: string): [number, string] => [Number.NaN, value];
const none: readonly [number, null] = [Number.NaN, null];

test("is numeric from four numbers in five on, not counting what is missing", async () => {
  const four = [number(1), number(2), text("x"), number(3), none, text("NA"), number(4), none];
  expect(await built(four)).toEqual({
    name: "a",
    type: "numeric",
    values: Float64Array.of(1, 2, Number.NaN, 3, Number.NaN, Number.NaN, 4, Number.NaN),
    missing: 3,
    unreadable: [{ row: 2, value: "x" }],
    unreadableCount: 1,
  });
  expect(await built([...four.slice(0, 4), text("y")])).toBe("mixed");
});

test("counts rows over chunks", async () => {
  const cells = Array.from({ length: 50 }, (_, i) => (i % 10 === 7 ? text(` bad ${i}`) : number(i)));
  const column = await built(cells, { chunk: 8 });
  expect(column).toMatchObject({ type: "numeric", unreadableCount: 5 });
  expect(column).toHaveProperty(
    "unreadable",
    [7, 17, 27, 37, 47].map((row) => ({ row, value: ` bad ${row}` })),
  );
});

test("takes for unreadable what is infinite", async () => {
  const cells = [number(1), number(2), number(3), number(4), [Number.POSITIVE_INFINITY, "inf"], number(5)] as const;
  expect(await built(cells)).toMatchObject({ type: "numeric", unreadable: [{ row: 4, value: "inf" }] });
});

test("is text without any number, and text without categories without any cell", async () => {
  expect(await built([text("b"), none, text("a"), text("b ")])).toEqual({
    name: "a",
    type: "text",
    codes: Int32Array.of(0, -1, 1, 0),
    categories: ["b", "a"],
    missing: 1,
  });
  expect(await built([none, text("null")])).toEqual({
    name: "a",
    type: "text",
    codes: Int32Array.of(-1, -1),
    categories: [],
    missing: 2,
  });
});

test("is numeric without any number where the file says so", async () => {
  expect(
    await built([none, [Number.POSITIVE_INFINITY, "inf"]], { reading: { as: "number", how: "native" } }),
  ).toMatchObject({
    type: "numeric",
    missing: 1,
    unreadableCount: 1,
  });
});
