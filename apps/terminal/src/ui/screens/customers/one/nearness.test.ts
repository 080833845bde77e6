import { expect, it } from "vitest";
import { nearness } from "./nearness.ts";

// The margin of distances: (second - own) / second.
const words = (own: number, second: number): string => nearness("B", "D", (second - own) / second, 0.1);

it("says in words how much farther the next segment is", () => {
  expect(words(1, 1)).toBe("On the border: D is as close.");
  expect(words(1, 1.05)).toBe("On the border: D is 5 % farther.");
  expect(words(1, 1.12)).toBe("Closest to B; D is 12 % farther.");
  expect(words(1, 2.5)).toBe("Closest to B by far: D is 2.5 times as far.");
  expect(words(1, 12)).toBe("Closest to B by far: D is 12 times as far.");
  expect(words(0, 3)).toBe("At the very center of B.");
});

it("says that there is no other segment, and nothing of customers who were left out", () => {
  expect(nearness("A", null, 1, 0.1)).toBe("There is no other segment.");
  expect(nearness("A", "B", Number.NaN, 0.1)).toBe("");
});
