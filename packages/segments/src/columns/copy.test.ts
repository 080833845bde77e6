import { describe, expect, test } from "vitest";
import { Pace } from "../pace.ts";
import type { NumericColumn } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { copyOf } from "./copy.ts";

/** Numbers without a pattern, 0 to 1. */
const noise = (i: number) => ((Math.imul(i + 1, 2_654_435_761) >>> 0) % 10_007) / 10_007;
const spend = Array.from({ length: 40 }, (_, i) => Math.round(noise(i) * 10_000) / 100);

function copy(cells: readonly (number | null)[], of: readonly (number | null)[] = spend) {
  const [other, column] = tableOf({ spend: of, copy: cells }).columns as NumericColumn[];
  return copyOf(column!, [other!], new Pace());
}

describe("a column is a copy of another", () => {
  test.each<[string, (value: number) => number, string]>([
    ["that is the same", (value) => value, "the same as spend"],
    ["in another currency, rounded to cents", (value) => Math.round(value * 110) / 100, "spend times 1.1"],
    ["in other degrees", (value) => value * 1.8 + 32, "spend times 1.8 plus 32"],
    ["counted from elsewhere", (value) => value - 1000, "spend minus 1000"],
    ["counted backwards", (value) => 2025 - value, "2025 minus spend"],
    ["turned around", (value) => value * -2, "spend times -2"],
  ])("%s", async (_, made, words) => {
    expect(await copy(spend.map(made))).toBe(words);
  });

  test("where the rows of a first look do not vary", async () => {
    const rare = Array.from({ length: 10_000 }, (_, i) => (i % 333 === 8 && i % 50 !== 0 ? i : 0));
    expect(await copy(rare, rare)).toBe("the same as spend");
  });

  test("over the rows that have both", async () => {
    expect(await copy(spend.map((value, i) => (i % 3 === 0 ? null : value * 2)))).toBe("spend times 2");
  });
});

describe("a column is no copy", () => {
  test("that is a little off", async () => {
    expect(await copy(spend.map((value, i) => value + noise(i + 99)))).toBeNull();
    expect(await copy(spend.map((value) => value ** 1.01))).toBeNull();
  });

  test("on fewer than ten rows, which prove nothing", async () => {
    expect(await copy([1, 2, 4], [2, 4, 8])).toBeNull();
    expect(await copy(spend.map((value, i) => (i < 9 ? value : null)))).toBeNull();
  });

  test("where one of them does not vary, or is out of range when squared", async () => {
    expect(await copy(spend.map(() => 7))).toBeNull();
    expect(await copy(spend.map((value) => value * 1e300))).toBeNull();
  });

  test("where its numbers are so small that their squares are none", async () => {
    for (const size of [1e-160, 1e-161, 1e-162, 1e-300]) {
      expect(await copy(spend.map((_, i) => noise(i + 99) * size))).toBeNull();
      expect(
        await copy(
          spend,
          spend.map((_, i) => noise(i + 99) * size),
        ),
      ).toBeNull();
    }
  });

  test("where a first look alone would take it for one", async () => {
    const long = Array.from({ length: 4000 }, (_, i) => noise(i));
    expect(
      await copy(
        long.map((value, i) => (i % 20 === 7 ? value + 1 : value)),
        long,
      ),
    ).toBeNull();
    expect(
      await copy(
        long.map((value) => value * 3),
        long,
      ),
    ).toBe("spend times 3");
  });
});
