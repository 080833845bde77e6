import { expect, test } from "vitest";
import { counted } from "./counted.ts";

test("a count has its noun in the right number", () => {
  expect([0, 1, 2, 12_000].map((count) => counted(count, "row"))).toEqual(["0 rows", "1 row", "2 rows", "12,000 rows"]);
  expect(counted(2, "person", "people")).toBe("2 people");
});
