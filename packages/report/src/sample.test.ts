import { segment } from "@kentro/segments";
import { expect, test } from "vitest";
import { fewerOfEach, isSampled, sampleCustomers } from "./sample.ts";
import { tableOf } from "./testing/tables.ts";

const income = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 100 : 0) + i / 7);
const table = tableOf({ income: income.with(4, Number.NaN), age: income.map((value) => -value) });
const found = await segment(table, { features: ["income", "age"], k: 2, resamples: 0 });

test("every customer used is a point, with row and segment", async () => {
  const { points, rows, labels, all } = await sampleCustomers(found, table);
  expect([points.rows, points.columns, rows.length, all]).toEqual([59, 2, 59, true]);
  expect([...rows].includes(4)).toBe(false);
  expect([...labels]).toEqual([...rows].map((row) => found.labels[row]));
  expect(await found.model.points(table)).toMatchObject({ points });
});

test("a table whose rows cannot be used now is refused", async () => {
  const other = tableOf({ income: income.with(7, Number.NaN), age: income });
  await expect(sampleCustomers(found, other)).rejects.toThrow("Expected the table that was segmented");
});

test("a sample takes about as many rows as asked for, from everywhere", () => {
  const taken = Array.from({ length: 100_000 }, (_, row) => row).filter((row) => isSampled(row, 100_000, 1000));
  expect(Math.abs(taken.length - 1000)).toBeLessThan(20);
  expect(taken.filter((row) => row < 50_000).length).toBeGreaterThan(480);
  expect(taken.filter((row) => row % 2 === 0).length).toBeGreaterThan(480);
});

test("fewer of each segment are taken evenly, small segments whole", async () => {
  const customers = await sampleCustomers(found, table);
  const fewer = fewerOfEach(customers, 2, 25);
  const sizes = [0, 1].map((id) => fewer.labels.filter((label) => label === id).length);
  expect(sizes).toEqual([25, 20]);
  expect(fewer.all).toBe(false);
  fewer.rows.forEach((row, i) => {
    const from = customers.rows.indexOf(row);
    expect([...fewer.points.data.subarray(2 * i, 2 * i + 2)]).toEqual([
      ...customers.points.data.subarray(2 * from, 2 * from + 2),
    ]);
  });
  expect(fewerOfEach(customers, 2, 1000)).toBe(customers);
});
