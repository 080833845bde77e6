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

it("says first whether to refit and why, then shares and columns before and now", async () => {
  const { model } = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
  const same = driftText(await drift(model, mall), pipe);
  expect(same).toMatch(/^No need to refit: /);
  expect(same).toMatch(/^A +81 +40\.5 % +40\.5 % +average income, average spending$/m);
  expect(same).toMatch(/^Spending Score \(1-100\) +0\.000 +none +0\.0 % +0\.0 %$/m);
  const other = driftText(await drift(model, richer), pipe);
  expect(other).toMatch(/^Refit: /);
  expect(other).toMatch(/^Annual Income \(k\$\) +[1-9]\d*\.\d{3} +large +0\.0 % +0\.0 %$/m);
  const narrow = driftText(await drift(model, richer), { ...pipe, width: 40 });
  expect(other.split("\n").filter((line) => cellsOf(line) > 80)).toEqual([]);
  expect(narrow.split("\n").filter((line) => cellsOf(line) > 40)).toEqual([]);
});

it("does not say that segments fit where there are too few customers to tell", async () => {
  const { model } = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
  const few: Table = {
    rows: 0,
    columns: mall.columns
      .map((column) => (column.type === "numeric" ? { ...column, values: new Float64Array(0) } : column))
      .filter(({ type }) => type === "numeric"),
  };
  expect(driftText(await drift(model, few), pipe)).toMatch(/^Too few customers to tell: /);
});
