import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segment } from "../segment.ts";
import type { Table } from "../table.ts";
import { orderLines, ordersOf } from "../testing/orders.ts";
import { tableOf } from "../testing/table.ts";
import { type Rfm, rfm } from "./rfm.ts";

const named = { customer: "customer", date: "ordered_at", amount: "total" } as const;
const made = { ...named, value: "margin", asOf: "2026-03-31" } as const;

/** The customers as rows: id, then the numbers, null where there is none. */
function rows({ customers }: Rfm): unknown[][] {
  return Array.from({ length: customers.rows }, (_, row) =>
    customers.columns.map((column) => {
      if (column.type === "text") return column.categories[column.codes[row]!];
      if (column.type !== "numeric") return column.type;
      return Number.isNaN(column.values[row]!) ? null : column.values[row];
    }),
  );
}

describe("customers are made of orders", () => {
  // Worked out by hand, and the same by pandas 1.5.3: days by dt.normalize(), orders by groupby("customer") of amount >= 0.
  const known = [
    ["ann", 2, 4, 50.075, 200.3, 85, 70.31],
    ["bob", 75, 2, 75.15, 150.3, 274, 37],
    ["gus", 29, 3, 174.99 / 3, 174.99, 59, 46],
    ["cid", 97, 2, -11.25, -22.5, 149, -4],
    ["eve", 11, 2, 9.2, 18.4, 16, 5],
    ["kim", 270, 1, 150.25, 150.25, 270, null],
    ["fay", 0, 1, 42, 42, 0, 21],
    ["ida", 365, 2, 12.5, 25, 365, 10],
    ["__proto__", 761, 1, 1000000.01, 1000000.01, 761, 250000],
  ];

  test("a row an order", async () => {
    const found = await rfm(ordersOf(), made);
    expect(found.customers.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "customer text",
      "recency_days numeric",
      "frequency numeric",
      "monetary_mean numeric",
      "monetary_total numeric",
      "tenure_days numeric",
      "margin_total numeric",
    ]);
    expect(rows(found)).toEqual(known);
    expect(found.asOf).toBe("2026-03-31");
  });

  test("several rows of one order", async () => {
    const found = await rfm(ordersOf(), { ...made, order: "order_no" });
    // gus: three rows of G1 are one order of 75 on the first of their days, X9 is another though ann has an X9 too.
    const merged = known.map((row) => (row[0] === "gus" ? ["gus", 30, 2, 87.495, 174.99, 59, 46] : row));
    expect(rows(found)).toEqual(merged);
    expect(found.notes).toMatchObject({ orders: 17, returns: 6, zeroOrders: 1, withoutOrder: 2 });
  });

  test("up to the last day in the table where none is given", async () => {
    const found = await rfm(ordersOf(), named);
    expect(found.asOf).toBe("2026-04-01");
    expect(rows(found).find(([id]) => id === "hal")).toEqual(["hal", 0, 1, 500, 500, 0]);
    expect(rows(found).find(([id]) => id === "ida")).toEqual(["ida", 0, 3, 95 / 3, 95, 366]);
    expect(found.notes.afterAsOf).toBe(0);
    expect(found.notes.sentences[1]).toBe("Days are counted up to 2026-04-01, the last day in the table.");
  });

  test("whose ids are numbers, as they are written", async () => {
    const orders = ordersOf("customer,ordered_at,total\nx,2026-01-01,1\ny,2026-01-02,2\nx,2026-01-03,3");
    const ids = tableOf({ id: [10_000_000_001, -0.5, 10_000_000_001] }).columns[0]!;
    const numbered = { ...orders, columns: [ids, ...orders.columns.slice(1)] };
    const found = await rfm(numbered, { ...named, customer: "id" });
    expect(rows(found)).toEqual([
      [10_000_000_001, 0, 2, 2, 4, 2],
      [-0.5, 1, 1, 2, 2, 1],
    ]);
  });

  test("and go on into segments by the preset", async () => {
    const { customers, preset } = await rfm(ordersOf(), made);
    expect(preset).toEqual({
      id: "customer",
      features: ["recency_days", "frequency", "monetary_mean"],
      value: "margin_total",
    });
    expect((await rfm(ordersOf(), { ...made, value: "total" })).preset.value).toBe("monetary_total");
    const { segments } = await segment(customers, { ...preset, k: 2, scale: "robust", resamples: 0 });
    expect(segments.map(({ size }) => size)).toEqual([8, 1]);
  });
});

describe("every row is accounted for", () => {
  test("in counts that add up", async () => {
    const { notes } = await rfm(ordersOf(), made);
    expect(notes).toMatchObject({
      ...{ rowsRead: 33, rows: 25, customers: 9, orders: 18, zeroOrders: 1, returns: 7, afterAsOf: 2 },
      ...{ without: { customer: 2, date: 2, amount: 2 }, onlyReturns: 1, belowZero: 1 },
      ...{ withoutOrder: null, withoutValue: 4 },
    });
    expect(notes.rows + notes.leftOut.count + notes.afterAsOf).toBe(notes.rowsRead);
    expect(notes.leftOut).toEqual({
      count: 6,
      cellCount: 7,
      cells: [
        { row: 6, column: "customer", value: "" },
        { row: 16, column: "ordered_at", value: "" },
        { row: 25, column: "ordered_at", value: "soon" },
        { row: 26, column: "total", value: "12 or so" },
        { row: 28, column: "customer", value: "" },
        { row: 28, column: "ordered_at", value: "" },
        { row: 32, column: "total", value: "" },
      ],
    });
  });

  test("in sentences", async () => {
    const { notes } = await rfm(ordersOf(), { ...made, order: "order_no" });
    expect(notes.sentences).toEqual([
      "17 orders of 9 customers, in 25 of 33 rows read.",
      "Days are counted up to 2026-03-31, as asked.",
      '6 rows left out: 2 without "customer", 2 without "ordered_at", 2 without "total".',
      "2 rows left out: later than 2026-03-31.",
      "6 returns (amounts below zero) are taken off what the customer spent, and no order.",
      "1 order of amount zero counted like any other.",
      "1 customer left out: only returns, and no order.",
      "1 customer gave back more than they bought: their total is below zero.",
      '2 rows without "order_no": an order each.',
      '4 rows without "margin": nothing is added to it.',
    ]);
  });

  test("that quote no cell", async () => {
    const { notes } = await rfm(
      ordersOf("customer,ordered_at,total\nann,2026-01-01,5\nbob,2026-01-02,12 or so"),
      named,
    );
    expect(notes.leftOut.cells).toEqual([{ row: 2, column: "total", value: "12 or so" }]);
    expect(notes.sentences.join(" ")).not.toContain("12 or so");
  });

  test("without a word on what is not there", async () => {
    const { notes } = await rfm(ordersOf("customer,ordered_at,total\nann,2026-01-01,5"), named);
    expect(notes.sentences).toEqual([
      "1 order of 1 customer, in 1 of 1 row read.",
      "Days are counted up to 2026-01-01, the last day in the table.",
    ]);
  });
});

describe("the order of the rows changes the order of the customers alone", () => {
  const line = fc.record({
    customer: fc.constantFrom("a", "b", "c", ""),
    day: fc.constantFrom("2026-01-01", "2026-01-02T13:00", "2026-02-01", "2026-03-05", "soon", ""),
    amount: fc.constantFrom("0.1", "0.2", "0.7", "1e16", "-1e16", "3.3", "-0.1", "0", ""),
    order: fc.constantFrom("x", "y", "z", ""),
    margin: fc.constantFrom("0.1", "-0.3", "1e15", ""),
  });
  const written = (lines: readonly Readonly<Record<string, string>>[]) =>
    ordersOf(
      ["customer,ordered_at,total,order_no,margin", ...lines.map((each) => Object.values(each).join(","))].join("\n"),
    );
  const byId = (found: Rfm) => rows(found).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const answer = async (table: Table, options: Parameters<typeof rfm>[1]) => {
    try {
      const found = await rfm(table, options);
      const { leftOut, ...notes } = found.notes;
      return { rows: byId(found), notes, leftOut: leftOut.count };
    } catch (error) {
      return String(error).replace(/: row.*/, "");
    }
  };

  test.each([undefined, "order_no"])("with order ids in %s", async (order) => {
    const options = { ...named, value: "margin", ...(order !== undefined && { order }), asOf: "2026-02-20" };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, fc.nat()), { minLength: 12, maxLength: 40 }), async (ranked) => {
        const lines = ranked.map(([each]) => each);
        const shuffled = ranked.toSorted((a, b) => a[1] - b[1]).map(([each]) => each);
        expect(await answer(written(shuffled), options)).toEqual(await answer(written(lines), options));
      }),
      { seed: 1 },
    );
  });
});

describe("a table of orders is refused", () => {
  const refusal = async (options: Partial<Parameters<typeof rfm>[1]>, lines: string = orderLines) => {
    const error: unknown = await rfm(ordersOf(lines), { ...named, ...options }).catch((reason: unknown) => reason);
    return error instanceof Error ? `${"code" in error ? String(error.code) : ""}: ${error.message}` : "no error";
  };

  test("where the date column holds no dates", async () => {
    expect(await refusal({ date: "order_no" })).toBe(
      'NOT_DATES: Column "order_no" holds text, not dates: row 1 has "A1". Write its dates like 2026-03-31.',
    );
    expect(await refusal({ date: "margin" })).toBe(
      'NOT_DATES: Column "margin" holds numbers, not dates: row 1 has 40. Write its dates like 2026-03-31.',
    );
    expect(await refusal({}, "customer,ordered_at,total\nann,soon,1")).toBe(
      'EMPTY_COLUMN: Column "ordered_at" has no date in it: every cell is empty or unreadable; row 1 has "soon".',
    );
  });

  test("where the amount is no number or too large", async () => {
    expect(await refusal({ amount: "order_no" })).toContain('NOT_NUMERIC: Column "order_no" holds text, not numbers');
    expect(await refusal({}, "customer,ordered_at,total\nann,2026-01-01,1\nann,2026-01-01,1e101")).toBe(
      'OUT_OF_RANGE: Column "total", row 2: 1e+101 is too large to compute with.',
    );
  });

  test("where nobody is named", async () => {
    const identifier = { name: "key", type: "identifier", missing: 0 } as const;
    const { rows, columns } = ordersOf();
    const unread = rfm({ rows, columns: [identifier, ...columns] }, { ...named, customer: "key" });
    await expect(unread).rejects.toThrow('Column "key" was read without its values');
    expect(await refusal({ customer: "ordered_at", date: "customer" })).toContain("NOT_IDS");
    expect(await refusal({}, "customer,ordered_at,total\n,2026-01-01,1")).toBe(
      'EMPTY_COLUMN: Column "customer" is empty.',
    );
  });

  test("where two columns are asked to be one", async () => {
    expect(await refusal({ amount: "margin", value: "customer" })).toBe(
      'INVALID_OPTION: Expected customer and value to be two columns, got "customer" for both.',
    );
    expect(await refusal({ order: "cust" })).toBe(
      'INVALID_OPTION: Expected customer and order to be two columns, got "customer" for both.',
    );
  });

  test("where the day is none", async () => {
    for (const asOf of ["2026-02-30", "31.3.2026", "", "2026-3-1", "2026-01-01T10:00"]) {
      expect(await refusal({ asOf })).toContain("INVALID_OPTION: Expected asOf to be a date like 2026-03-31, got");
    }
  });

  test("where no order is left", async () => {
    expect(await refusal({}, "customer,ordered_at,total")).toBe("NO_ROWS: The table has no rows.");
    expect(await refusal({ asOf: "2020-01-01" })).toBe(
      "NO_ROWS: There is no order up to 2020-01-01: every one is later.",
    );
    expect(await refusal({}, "customer,ordered_at,total\nann,2026-01-01,\n,2026-01-01,5")).toBe(
      'NO_ROWS: No row has "customer", "ordered_at" and "total": row 1 has nothing in "total".',
    );
    expect(await refusal({}, "customer,ordered_at,total\nann,2026-01-01,-5")).toBe(
      'NO_ROWS: There is no order: every amount in "total" is below zero, a return.',
    );
  });

  test("where its names are those of the customers' columns", async () => {
    const frequency = tableOf({ frequency: ["a"] }).columns[0]!;
    const { rows, columns } = ordersOf("customer,ordered_at,total\nann,2026-01-01,5");
    const clash = rfm({ rows, columns: [frequency, ...columns] }, { ...named, customer: "frequency" });
    await expect(clash).rejects.toThrow('Rename the column "frequency" of the orders');
  });
});

test("work stops where the signal asks", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(rfm(ordersOf(), { ...named, signal })).rejects.toThrow("enough");
});
