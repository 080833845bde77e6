import { describe, expect, it } from "vitest";
import { suggestedPath } from "./suggested.ts";

describe("suggestedPath", () => {
  it.each([
    ["mall", "mall-segments.csv"],
    ["data/Kunden 2026.csv", "Kunden 2026-segments.csv"],
    ["C:\\data\\shop.tsv", "shop-segments.tsv"],
    ["customers.parquet", "customers-segments.parquet"],
    ["customers.csv.gz", "customers-segments.csv"],
    ["2026-*.csv", "2026--segments.csv"],
    ["*.csv", "customers-segments.csv"],
    ["-x.csv", "x-segments.csv"],
    ["a\x1b[2J\n.csv", "a2J-segments.csv"],
  ])("is fit for a file, whatever the table is called: %j", (source, name) => {
    expect(suggestedPath(source, "--out")).toBe(name);
  });
});
