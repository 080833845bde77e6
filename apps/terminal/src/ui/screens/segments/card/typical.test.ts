import type { Table } from "@kentro/segments";
import { describe, expect, it } from "vitest";
import { numbers, resultOf, texts } from "../../../testing/made.ts";
import { DEFAULTS } from "../../../testing/shop.ts";
import { typicalWords } from "./typical.ts";

const rows = 60;
const mails = Array.from({ length: rows }, (_, row) => `customer-${row}@shop.example`);
const names = Array.from({ length: rows }, (_, row) => `Ann the ${row}th`);
const cities = Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? "Oslo" : "Rome"));
const income = Array.from({ length: rows }, (_, row) => row);

function words(columns: Table["columns"]): string | null {
  const table = { rows, columns };
  const { segmentation } = resultOf(table, new Array<number>(rows).fill(0), ["all"], DEFAULTS);
  return typicalWords({ ...segmentation.segments[0]!, typical: [4] }, segmentation, table);
}

describe("the most typical customer", () => {
  it("is told by the row, by one column that names it, and by what it is like", () => {
    const columns = [texts("Name", names), texts("Mail", mails), texts("City", cities), numbers("Income", income)];
    expect(words(columns)).toBe("row 5 (Name Ann the 4th): Income 4, City Oslo");
  });

  it("has no name where no column is one", () => {
    expect(words([numbers("Income", income)])).toBe("row 5: Income 4");
  });
});
