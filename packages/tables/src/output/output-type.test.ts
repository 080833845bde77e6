import { expect, test } from "vitest";
import { delimiterFor } from "./output-type.ts";

test("writes tabs to .tsv and commas to all else", () => {
  expect(["x.tsv", "X.TSV"].map(delimiterFor)).toEqual(["\t", "\t"]);
  expect(["x.csv", "x.txt", "x", "tsv", ".csv", "x.tsv/y"].map(delimiterFor)).toEqual([",", ",", ",", ",", ",", ","]);
});

test.each(["x.parquet", "x.JSON", "x.jsonl", "x.ndjson", "x.csv.gz", "x.xlsx", "x.xls", "x.ods"])(
  "refuses to write CSV under the name %s",
  (out) => {
    expect(() => delimiterFor(out)).toThrow(`${out} cannot be written: only CSV (.csv) and TSV (.tsv) can.`);
  },
);
