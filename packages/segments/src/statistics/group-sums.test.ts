import fc from "fast-check";
import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { groupSums } from "./group-sums.ts";

test("each group has the sum of its own values", async () => {
  const sums = await groupSums(Int32Array.of(1, 0, 1, 3, 1), Float64Array.of(2, 5, -1, Number.NaN, 0.5), 4, new Pace());
  expect([...sums]).toEqual([5, 1.5, Number.NaN, Number.NaN]);
});

test("what is small is not lost beside what is large", async () => {
  const sums = await groupSums(new Int32Array(4), Float64Array.of(1, 1e100, 1, -1e100), 1, new Pace());
  expect([...sums]).toEqual([2]);
});

test("no order of the rows changes a bit of it", async () => {
  const rows = fc.array(
    fc.record({ group: fc.nat(2), value: fc.double({ min: -1e9, max: 1e9, noNaN: true }), rank: fc.nat() }),
    { maxLength: 80 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const sums = (order: typeof given) => {
        const groups = Int32Array.from(order, ({ group }) => group);
        return groupSums(
          groups,
          Float64Array.from(order, ({ value }) => value),
          3,
          new Pace(),
        );
      };
      expect(await sums(given.toSorted((a, b) => a.rank - b.rank))).toEqual(await sums(given));
    }),
    { seed: 1 },
  );
});
