import { describe, expect, it } from "vitest";
import { everyOf, MOST_DRAWN, oneOfEvery } from "./drawn-rows.ts";

const { signal } = new AbortController();

describe("the customers that are drawn", () => {
  it("are all of them up to as many as can be told apart", () => {
    expect(everyOf({ rows: MOST_DRAWN, columns: 2 }, 5)).toBe(1);
    expect(everyOf({ rows: MOST_DRAWN + 1, columns: 2 }, 5)).toBe(2);
    expect(everyOf({ rows: 1_000_000, columns: 4 }, 9)).toBe(20);
  });

  it("are fewer where each is much work, and at least some", () => {
    expect(everyOf({ rows: 50_000, columns: 50 }, 100)).toBe(13);
    expect(everyOf({ rows: 1000, columns: 300 }, 1000)).toBe(16);
    expect(everyOf({ rows: 3, columns: 100_000 }, 1000)).toBe(3);
  });

  it("are one of every so many rows, the first among them", async () => {
    const points = { data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), rows: 5, columns: 2 };
    expect(await oneOfEvery(points, 2, signal)).toEqual({
      data: Float64Array.of(1, 2, 7, 8, 9, 10),
      rows: 3,
      columns: 2,
    });
    expect(await oneOfEvery(points, 9, signal)).toEqual({ data: Float64Array.of(1, 2), rows: 1, columns: 2 });
    expect((await oneOfEvery(points, 1, signal)).data).toBe(points.data);
  });
});
