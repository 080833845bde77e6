import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { principalComponents } from "./principal-components.ts";
import { expectClose } from "./testing/expectations.ts";
import { lattice } from "./testing/points.ts";

const points = [
  [15, 39, 19],
  [16, 81, 21],
  [17, 6, 20],
  [78, 90, 31],
  [120, 16, 47],
  [61, 52, 60],
];

describe("principal components", () => {
  // scikit-learn 1.2.1: PCA(2).fit(points), its components_, explained_variance_ratio_ and transform(points).
  it("are those of scikit-learn", async () => {
    const { axes, explained, scores } = await principalComponents(points);
    expectClose(
      axes.data,
      [
        0.9532534794605908, -0.10557530324846431, 0.2831283441131809, 0.10221426918262294, 0.9944050632488287,
        0.02666108325922002,
      ],
      1e-12,
    );
    expectClose(explained, [0.6126426104592733, 0.3458915581133163], 1e-12);
    expectClose(
      scores.data,
      [
        -37.56000346433869, -12.356713428140852, -40.47465603308724, 29.563835664011016, -31.88638315410501,
        -44.94099089372774, 20.50816540536502, 45.117376755165296, 72.8874374889071, -23.749021287430345,
        16.525439757258862, 6.365513190122598,
      ],
      1e-12,
    );
  });

  it("keep all distances between points where all are taken", async () => {
    await fc.assert(
      fc.asyncProperty(lattice({ maxRows: 8 }), async (rows) => {
        const { scores, explained } = await principalComponents(rows, { count: 20 });
        const between = (of: (row: number, column: number) => number, columns: number) =>
          rows.map((_, row) => {
            let sum = 0;
            for (let j = 0; j < columns; j++) sum += (of(row, j) - of(0, j)) ** 2;
            return sum;
          });
        const columns = rows[0].length;
        expect(scores.columns).toBe(columns);
        const kept = between((row, j) => scores.data[row * columns + j], columns);
        expectClose(
          kept,
          between((row, j) => rows[row][j], columns),
          1e-10,
        );
        const total = explained.reduce((sum, share) => sum + share, 0);
        expect(total === 0 || Math.abs(total - 1) < 1e-12).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("do not depend on the unit, however large or small", async () => {
    const plain = await principalComponents(points);
    for (const unit of [2 ** 900, 2 ** -900]) {
      const scaled = await principalComponents(points.map((row) => row.map((value) => value * unit)));
      expect(scaled.axes).toEqual(plain.axes);
      expect(scaled.explained).toEqual(plain.explained);
    }
  });

  it("explain nothing where nothing varies", async () => {
    const { explained, scores } = await principalComponents([
      [4, 5],
      [4, 5],
    ]);
    expect(explained).toEqual([0, 0]);
    expect([...scores.data]).toEqual([0, 0, 0, 0]);
  });

  it("are as many as asked for, and at least one", async () => {
    expect((await principalComponents(points, { count: 1 })).explained.length).toBe(1);
    await expect(principalComponents(points, { count: 0 })).rejects.toThrow("Expected count to be a whole number");
  });
});
