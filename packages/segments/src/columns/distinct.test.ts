import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { distinctRows } from "./distinct.ts";

test("rows are counted once each, no further than enough", async () => {
  const points = { data: Float64Array.of(1, 2, 1, 2, 2, 1, 0, -0, -0, 0), rows: 5, columns: 2 };
  expect(await distinctRows(points, 10, new Pace())).toBe(3);
  expect(await distinctRows(points, 2, new Pace())).toBe(2);
});

test("rows differ by their last bits, in any column, and however large", async () => {
  const [a, b] = [0.3, 0.1 + 0.2];
  const points = { data: Float64Array.of(1e100, a, 1e100, b, a, 1e100, b, 1e100, 1e100, a), rows: 5, columns: 2 };
  expect(await distinctRows(points, 10, new Pace())).toBe(4);
});

test("an abort ends a long count", async () => {
  const controller = new AbortController();
  const points = { data: new Float64Array(2_000_000), rows: 1_000_000, columns: 2 };
  const count = distinctRows(points, 2, new Pace(controller.signal));
  controller.abort(new Error("enough"));
  await expect(count).rejects.toThrow("enough");
});
