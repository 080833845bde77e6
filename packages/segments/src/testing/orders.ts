import type { BadCell, DateColumn, NumericColumn, Table, TextColumn } from "../table.ts";

/**
 * Orders with everything that orders have: several rows of one order (G1 with a discount), an order number that two
 * customers share (X9), returns before the first order and after the last (kim), larger than what was bought (cid) and
 * nothing else (dee), an order of zero (eve), orders of the last day and later, cells that are empty or no date or number.
 */
export const orderLines = `
customer,ordered_at,total,order_no,margin
ann,2026-01-05T09:30,120.5,A1,40
bob,2025-06-30,80,B1,20
ann,2026-02-05,79.5,X9,30.25
gus,2026-03-01T10:00,50,G1,10
cid,2025-12-24,25,C1,5
,2026-01-01,10,Q1,1
gus,2026-03-02T08:00,30,G1,8
eve,2026-03-15,0,E1,-2
gus,2026-03-01T10:00,-5,G1,-5
dee,2026-02-01,-19.99,D1,-4
bob,2026-03-10,-30,B2,-8
ann,2026-03-29T23:59,0.1,A3,0.02
ann,2026-03-29T00:01,0.2,A4,0.04
kim,2025-01-01,-9.5,K0,
kim,2025-07-04,200,K1,
kim,,60,K2,20
kim,2026-03-30,-40.25,K3,
gus,2026-01-31,99.99,X9,33
cid,2026-01-10,-60,C2,-12
hal,2026-04-01,500,H1,100
fay,2026-03-31T23:59:59,42,F1,21
ida,2025-03-31,10,,4
ida,2025-03-31,15,,6
ida,2026-04-01T00:00,70,I3,30
bob,soon,12,B3,3
bob,2026-03-01,12 or so,B4,3
__proto__,2024-02-29,1000000.01,P1,250000
,,5,,
dee,2026-02-02,-5,D2,
eve,2026-03-20,18.4,E2,7
bob,2026-01-15,100.3,B5,25
fay,2026-03-31,,F2,
cid,2025-11-02,12.5,C0,3
`;

/** A table of such lines: `customer` and `order_no` are text, `ordered_at` dates, the rest numbers. */
export function ordersOf(lines: string = orderLines): Table {
  const [header, ...rows] = lines.trim().split("\n");
  const cells = rows.map((row) => row.split(","));
  const columns = header!.split(",").map((name, i) => {
    const written = cells.map((row) => row[i]!);
    if (name === "ordered_at") return { ...readable(name, written, days), type: "date" } satisfies DateColumn;
    if (name === "customer" || name === "order_no") return text(name, written);
    return { ...readable(name, written, Number), type: "numeric" } satisfies NumericColumn;
  });
  return { rows: rows.length, columns };
}

const MS_PER_DAY = 86_400_000;

function days(written: string): number {
  return Date.parse(written.includes("T") ? `${written}Z` : written) / MS_PER_DAY;
}

function readable(
  name: string,
  written: readonly string[],
  read: (cell: string) => number,
): Omit<NumericColumn, "type"> {
  const values = Float64Array.from(written, (cell) => (cell === "" ? Number.NaN : read(cell)));
  const unreadable: BadCell[] = [];
  for (const [row, value] of written.entries()) {
    if (value !== "" && Number.isNaN(values[row]!)) unreadable.push({ row, value });
  }
  const missing = written.filter((cell) => cell === "").length;
  return { name, values, missing, unreadable, unreadableCount: unreadable.length };
}

function text(name: string, written: readonly string[]): TextColumn {
  const categories = [...new Set(written.filter((cell) => cell !== ""))];
  const codes = Int32Array.from(written, (cell) => categories.indexOf(cell));
  return { name, type: "text", codes, categories, missing: written.filter((cell) => cell === "").length };
}
