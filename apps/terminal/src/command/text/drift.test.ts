import { drift, mall, mallPreset, segment, type Table } from "@kentro/segments";
import { expect, it } from "vitest";
import { cellsOf } from "../../text/visible.ts";
import { driftText } from "./drift.ts";
import type { Page } from "./page.ts";

const pipe: Page = { width: 80, bars: false, blocks: true, bold: false };

/** The mall's customers with twice the income. */
const richer: Table = {
  ...mall,
  columns: mall.columns.map((column) =>
    column.type === "numeric" && column.name.includes("Income")
      ? { ...column, values: column.values.map((value) => value * 2) }
      : column,
  ),
};

it("says first whether the segments still fit, then shares and columns before and now", async () => {
  const { model } = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
  const same = driftText(await drift(model, mall), pipe);
  expect(same.split("\n")[0]).toBe("The segments still fit.");
  expect(same).toMatch(/^A +40\.5 % +40\.5 % +average income, average spending$/m);
  expect(same).toMatch(/^Spending Score \(1-100\) +0\.000 +none +none$/m);
  const other = driftText(await drift(model, richer), pipe);
  expect(other.split("\n")[0]).toBe("The segments no longer fit: find them anew.");
  expect(other).toMatch(/^Annual Income \(k\$\) +[1-9]\d*\.\d{3} +large +none$/m);
  expect(other.split("\n").filter((line) => cellsOf(line) > 80)).toEqual([]);
});
