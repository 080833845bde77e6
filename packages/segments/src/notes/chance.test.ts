import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import type { Column } from "../table.ts";
import { repeatsTell } from "./chance.ts";

const MANY = 100_001;

const tell = (rows: number, ...columns: readonly Column[]) => repeatsTell(rows, columns, new Pace());

/** A column of 0, step, 2 step, ... to under `count` steps, over and over, and an empty cell. */
function numbers(rows: number, count: number, step = 1): Column {
  const values = Float64Array.from({ length: rows }, (_, row) => (row === 7 ? Number.NaN : (row % count) * step));
  return { name: "x", type: "numeric", values, missing: 1, unreadable: [], unreadableCount: 0 };
}

test("rows that repeat always tell something where they are few", async () => {
  expect(await tell(MANY - 1, numbers(MANY - 1, 2))).toBe(true);
});

test("many that repeat tell nothing where their columns hold few different rows", async () => {
  const towns: Column = { name: "town", type: "text", codes: new Int32Array(MANY), categories: ["a", "b"], missing: 0 };
  expect(await tell(MANY, numbers(MANY, 99), numbers(MANY, 99), towns)).toBe(false); // 100 * 100 * 3
  expect(await tell(MANY, numbers(MANY, 99), numbers(MANY, 99), numbers(MANY, 99), towns)).toBe(true);
});

test("a column with fractions may hold any number", async () => {
  expect(await tell(MANY, numbers(MANY, 50, 0.01))).toBe(true);
});

test("columns without values, or without any that were kept, hold nothing", async () => {
  const values = new Float64Array(MANY).fill(Number.NaN);
  const empty: Column = { name: "x", type: "numeric", values, missing: MANY, unreadable: [], unreadableCount: 0 };
  expect(await tell(MANY, empty, { name: "email", type: "identifier", missing: 0 })).toBe(false);
});
