import { expect, test } from "vitest";
import { mall, mallPreset } from "./mall.ts";

const [id, gender, age, income, score] = mall.columns.map((column) => {
  if (column.type === "identifier") throw new Error("The sample has no such column");
  return column.type === "text" ? column.codes : column.values;
});

test("the sample is the 200 mall customers", () => {
  expect(mall.rows).toBe(200);
  expect(mall.columns.map(({ name }) => name)).toEqual([
    "CustomerID",
    "Gender",
    "Age",
    "Annual Income (k$)",
    "Spending Score (1-100)",
  ]);
  const row = (i: number) => [id, gender, age, income, score].map((values) => values![i]);
  expect(row(0)).toEqual([1, 0, 19, 15, 39]);
  expect(row(99)).toEqual([100, 0, 20, 61, 49]);
  expect(row(199)).toEqual([200, 0, 30, 137, 83]);
});

test("its columns add up to what the file's do", () => {
  const total = (values: Float64Array | Int32Array | undefined) => [...values!].reduce((a, b) => a + b, 0);
  expect([id, gender, age, income, score].map(total)).toEqual([20100, 112, 7770, 12112, 10040]);
});

test("the preset names columns of the sample", () => {
  expect(mallPreset.features).toEqual(["Annual Income (k$)", "Spending Score (1-100)"]);
});
