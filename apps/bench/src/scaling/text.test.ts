import { expect, test } from "vitest";
import { plansOf } from "./grid.ts";
import { convergedLine, scalingHeading, scalingLine, skippedText } from "./text.ts";

const TIMES = [
  { threads: 1, ms: { median: 12, least: 11, most: 14 } },
  { threads: 2, ms: { median: 6.5, least: 6, most: 7 } },
] as const;

test("sizes stand below each other, with the ratio of two threads over one", () => {
  const size = { rows: 10_000_000, columns: 16, k: 256 };
  const lines = [
    scalingHeading(),
    scalingLine({ ...size, times: TIMES, span: 20 }),
    scalingLine({ ...size, times: TIMES, span: 4 }),
    convergedLine(10_000, 2, 2),
  ];
  expect(`\n${lines.join("\n")}`).toMatchInlineSnapshot(`
    "
            rows    columns       k  1 thread, ms                spread     2 threads                spread   2 over 1
      10,000,000         16     256          12.0          11.0 to 14.0          6.50          6.00 to 7.00      1.85x
      10,000,000         16     256          12.0          11.0 to 14.0          6.50          6.00 to 7.00      1.85x  converges: 5 iterations against 1
          10,000          2       2  converges at once"
  `);
});

test("what is skipped is named with the reason, and nothing is said where nothing is", () => {
  const grid = { rows: [1000], columns: [2, 4], ks: [2, 50] };
  expect(skippedText(plansOf(grid, { values: 1e6, differences: 1e5 }), { values: 1e6, differences: 1e5 })).toBe(
    "Skipped, with more than 1,000,000 values or 100,000 differences an iteration:\n1,000 x 4 k 50.\n",
  );
  expect(skippedText(plansOf(grid, { values: 1e6, differences: 1e6 }), { values: 1e6, differences: 1e6 })).toBe("");
});
