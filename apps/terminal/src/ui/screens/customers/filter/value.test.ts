import { dateText } from "@kentro/segments";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateRange, readNumber } from "./value.ts";

describe("readNumber", () => {
  it("reads numbers with thousands set apart or not, and nothing else", () => {
    expect(["60", "-1.5", ".5", "1e3", "1,234,567.8"].map((text) => readNumber(text)?.from)).toEqual([
      60, -1.5, 0.5, 1000, 1_234_567.8,
    ]);
    expect(["", "many", "1,5", "12,34", "0x10", "1 000", "1e999", "Infinity"].map(readNumber)).toEqual(
      Array.from({ length: 8 }, () => null),
    );
  });
});

describe("dateRange", () => {
  const inside = (text: string, days: number): boolean => {
    const range = dateRange(text);
    return range !== null && range.from <= days && days <= range.to;
  };

  it("takes a date, cell by cell, for the day, month, year and minute that it is in, and for no other", () => {
    const seconds = fc.integer({ min: Date.UTC(1950, 0) / 1000, max: Date.UTC(2100, 0) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const days = second / 86_400;
        const text = new Date(second * 1000).toISOString();
        for (const length of [4, 7, 10, 16, 19]) expect(inside(text.slice(0, length), days)).toBe(true);
        expect(inside(text.slice(0, 19), (second + 1) / 86_400)).toBe(false);
        expect(inside(dateText(days + 1).slice(0, 10), days)).toBe(false);
      }),
    );
  });

  it("refuses what no calendar has", () => {
    for (const text of ["2025-13", "2025-02-30", "2025-00", "25-01-01", "2025-1-1", "2025-01-01T25:00", "today", ""]) {
      expect(dateRange(text), text).toBeNull();
    }
  });
});
