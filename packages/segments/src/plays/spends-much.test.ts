import { expect, test } from "vitest";
import { mall } from "../mall.ts";
import { segment } from "../segment.ts";
import { spendsMuch } from "./spends-much.ts";

const someSegment = async () => (await segment(mall, { k: 2, resamples: 0 })).segments[0]!;
const profile = { mean: 0, median: 0, lower: 0, upper: 0, importance: null };
const worth = { total: 1, share: 0.5, mean: 1 };

test("a segment spends much where its share of the value is high, whatever other columns say", async () => {
  const own = await someSegment();
  const numeric = [{ ...profile, column: "Spending Score", z: 2 }];
  expect(spendsMuch({ ...own, numeric, value: { ...worth, high: true } })).toBe(true);
  expect(spendsMuch({ ...own, numeric, value: { ...worth, high: false } })).toBe(false);
});

test("without a value it is told by the column of spending, against the rest of the customers", async () => {
  const own = { ...(await someSegment()), value: null, share: 0.5 };
  const spends = (z: number, column = "Spending Score") => spendsMuch({ ...own, numeric: [{ ...profile, column, z }] });
  // Half of the customers: 0.25 standard deviations from all are 0.5 from the rest.
  expect([spends(0.25), spends(0.24), spends(-1)]).toEqual([true, false, false]);
  expect(spends(2, "Age")).toBe(false);
});

test("one segment that holds everybody does not spend more than others", async () => {
  const own = { ...(await someSegment()), value: null, share: 1 };
  expect(spendsMuch({ ...own, numeric: [{ ...profile, column: "Spending", z: 0 }] })).toBe(false);
});
