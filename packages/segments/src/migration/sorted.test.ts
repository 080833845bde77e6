import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { Random } from "../random.ts";
import { sorted } from "./sorted.ts";

test.each([0, 1, 2, 8192, 8193, 40_000])("%i numbers are in order, equal ones as they came", async (count) => {
  const random = new Random(count);
  const keys = Int32Array.from({ length: count }, () => random.below(500));
  const places = Int32Array.from(keys.keys());
  const compare = (a: number, b: number) => keys[a]! - keys[b]!;
  const expected = [...places].sort((a, b) => compare(a, b) || a - b);
  expect([...(await sorted(places, compare, new Pace()))]).toEqual(expected);
  expect(places).toEqual(Int32Array.from(keys.keys()));
});

test("an abort ends it", async () => {
  const controller = new AbortController();
  const pace = new Pace(controller.signal);
  const found = sorted(
    Int32Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1_000_003),
    (a, b) => a - b,
    pace,
  );
  controller.abort(new Error("enough"));
  await expect(found).rejects.toThrow("enough");
});
