import { expect, test } from "vitest";
import { distinctRows } from "./distinct.ts";

test("rows are counted once each, no further than enough", () => {
  const points = { data: Float64Array.of(1, 2, 1, 2, 2, 1, 0, -0, -0, 0), rows: 5, columns: 2 };
  expect(distinctRows(points, 10)).toBe(3);
  expect(distinctRows(points, 2)).toBe(2);
});
