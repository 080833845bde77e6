import { expect, it } from "vitest";
import { sizeWords } from "./size.ts";

it("says a size in the unit that fits", () => {
  const sizes = [0, 1, 999, 1000, 8_449, 9_960, 212_300, 999_499, 999_500, 1_300_000_000, 5e18];
  expect(sizes.map(sizeWords)).toEqual([
    "0 bytes",
    "1 byte",
    "999 bytes",
    "1.0 kB",
    "8.4 kB",
    "10 kB",
    "212 kB",
    "999 kB",
    "1.0 MB",
    "1.3 GB",
    "5,000 PB",
  ]);
});
