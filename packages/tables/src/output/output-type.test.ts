import { expect, test } from "vitest";
import { outputType } from "./output-type.ts";

test.each([
  ["x.csv", ",", false],
  ["x.txt", ",", false],
  ["x", ",", false],
  ["tsv", ",", false],
  [".csv", ",", false],
  ["x.tsv/y", ",", false],
  ["x.tsv", "\t", false],
  ["X.TSV", "\t", false],
  ["x.csv.gz", ",", true],
  ["x.TSV.GZ", "\t", true],
] as const)("writes text to %s, with %j between cells, gzip'd: %s", (out, delimiter, gzip) => {
  expect(outputType(out)).toEqual({ format: "csv", style: { delimiter, excel: false }, gzip });
});

test("writes Parquet to .parquet", () => {
  expect(outputType("x.Parquet")).toEqual({ format: "parquet" });
});

test("writes semicolons for Excel, and nothing but CSV", () => {
  const style = { delimiter: ";", excel: true };
  expect(outputType("x.csv", true)).toEqual({ format: "csv", style, gzip: false });
  for (const out of ["x.tsv", "x.parquet", "x.csv.gz"]) {
    expect(() => outputType(out, true)).toThrow(`${out} cannot be written for Excel: only CSV (.csv) can.`);
  }
});

test.each(["x.JSON", "x.jsonl", "x.ndjson", "x.gz", "x.parquet.gz", "x.txt.gz", "x.xlsx", "x.xls", "x.ods"])(
  "refuses to write to %s",
  (out) => {
    expect(() => outputType(out)).toThrow(
      `${out} cannot be written: only CSV (.csv, .csv.gz), TSV (.tsv, .tsv.gz) and Parquet (.parquet) can.`,
    );
  },
);
