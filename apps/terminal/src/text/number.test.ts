import { describe, expect, it } from "vitest";
import { asWritten, compact, count, counted, numbersOfRow, percent, seconds, short, signed } from "./number.ts";

describe("numbersOfRow", () => {
  it("gives a row the decimals its largest number calls for", () => {
    expect(numbersOfRow([55.2962, 86.5385, 9.5])).toEqual(["55.30", "86.54", "9.50"]);
    expect(numbersOfRow([0.123456, 0.5])).toEqual(["0.1235", "0.5000"]);
    expect(numbersOfRow([123456.789, 1.5])).toEqual(["123,457", "2"]);
  });

  it("keeps whole numbers whole and shows what is missing as a dash", () => {
    expect(numbersOfRow([1, 20, null, Number.NaN])).toEqual(["1", "20", "-", "-"]);
    expect(numbersOfRow([0, 0])).toEqual(["0", "0"]);
  });

  it("writes numbers out of the readable range with an exponent", () => {
    expect(numbersOfRow([1e300, 2.5])).toEqual(["1.00e+300", "2.50e+0"]);
    expect(numbersOfRow([1.5e-9])).toEqual(["1.50e-9"]);
  });

  it("has no minus zero", () => {
    expect(numbersOfRow([-0.00001, 10.5])).toEqual(["0.00", "10.50"]);
  });
});

describe("percent", () => {
  it("never rounds something to nothing or a part to all", () => {
    expect([0, 0.0001, 0.405, 0.9999, 1].map(percent)).toEqual(["0.0 %", "<0.1 %", "40.5 %", ">99.9 %", "100.0 %"]);
  });
});

describe("numbers in sentences", () => {
  it("sets thousands apart", () => {
    expect([7, 999, 1000, 1234567].map(count)).toEqual(["7", "999", "1,000", "1,234,567"]);
    expect([counted(1, "row"), counted(2000, "row"), counted(2, "entry", "entries")]).toEqual([
      "1 row",
      "2,000 rows",
      "2 entries",
    ]);
  });
});

describe("numbers in narrow places", () => {
  it("are short, and exponents only where they must be", () => {
    expect([86.5385, 0.30241, 5.5, 12345.6, 1e6, 1.5e12, 1e-7, 0, -0.00001, 15].map(short)).toEqual([
      "86.5",
      "0.302",
      "5.50",
      "12,346",
      "1,000,000",
      "1.50e12",
      "1.00e-7",
      "0",
      "-1.00e-5",
      "15",
    ]);
    expect(short(Number.NaN)).toBe("–");
  });

  it("are millions in tables, in eight cells at most", () => {
    const values = [999_999, 999_999.6, 3_235_937, -12_345_678, 123_456_789, -999_949_000, 999_960_000, 1e9];
    expect(values.map(compact)).toEqual([
      ...["999,999", "1.000M", "3.236M", "-12.35M", "123.5M", "-999.9M"],
      ...["1000.0M", "1.00e9"],
    ]);
  });

  it("carry their sign as z-scores, and never a minus zero", () => {
    expect([1.24, -0.31, -0.04, 0].map(signed)).toEqual(["+1.2", "-0.3", "0.0", "0.0"]);
  });

  it("read as times", () => {
    expect([420, 12_300, 200_000].map(seconds)).toEqual(["0.4 s", "12 s", "3 min 20 s"]);
  });

  it("stand as the file has them while they are short", () => {
    expect([15, -0.125, 1234567.891, 1 / 3].map(asWritten)).toEqual(["15", "-0.125", "1234567.891", "0.333"]);
  });
});
