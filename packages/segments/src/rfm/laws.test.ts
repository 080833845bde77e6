import fc from "fast-check";
import { expect, test } from "vitest";
import { ordersOf } from "../testing/orders.ts";
import { rfm } from "./rfm.ts";

interface Line {
  readonly customer: string;
  readonly day: string;
  readonly amount: string;
  readonly order: string;
  readonly margin: string;
}

const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.constantFrom("a", "b", "__proto__", "d e", ""),
  day: fc.constantFrom("2026-01-01", "2026-01-02T13:00", "2026-01-02T23:59", "2025-02-01", "2026-03-05", "soon", ""),
  amount: fc.constantFrom("0.5", "12", "-12", "3.25", "-0.5", "0", "1000000", ""),
  order: fc.constantFrom("x", "y", "z", ""),
  margin: fc.constantFrom("0.25", "-3", "7", ""),
});

const MS_PER_DAY = 86_400_000;
const days = (day: string) => Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY);

/** Customers as the rules say them, by whole lists and nothing clever; amounts are sums of quarters, and so exact. */
function known(lines: readonly Line[], asOf: string, byOrder: boolean): unknown[][] {
  const used = lines.filter(({ customer, day, amount }) => {
    return customer !== "" && day.startsWith("20") && amount !== "" && days(day) <= days(asOf);
  });
  return [...new Set(used.map(({ customer }) => customer))].flatMap((customer) => {
    const own = used.filter((each) => each.customer === customer);
    const alone = own.filter(({ order }) => !byOrder || order === "").map((each) => [each]);
    const ids = byOrder ? [...new Set(own.map(({ order }) => order))].filter((id) => id !== "") : [];
    const entries = [...alone, ...ids.map((id) => own.filter(({ order }) => order === id))].map((group) => ({
      amount: group.reduce((sum, { amount }) => sum + Number(amount), 0),
      day: Math.min(...group.map(({ day }) => days(day))),
    }));
    const orders = entries.filter(({ amount }) => amount >= 0);
    if (orders.length === 0) return [];
    const total = entries.reduce((sum, { amount }) => sum + amount, 0);
    const margins = own.filter(({ margin }) => margin !== "").map(({ margin }) => Number(margin));
    return [
      [
        customer,
        days(asOf) - Math.max(...orders.map(({ day }) => day)),
        orders.length,
        total / orders.length,
        total,
        days(asOf) - Math.min(...orders.map(({ day }) => day)),
        margins.length === 0 ? null : margins.reduce((a, b) => a + b, 0),
      ],
    ];
  });
}

const first: Line = { customer: "first", day: "2025-01-01", amount: "2", order: "x", margin: "1" };

test.each([false, true])("customers are what the rules make of the rows, with order ids: %s", async (byOrder) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 40 }),
      fc.constantFrom("2026-01-01", "2026-02-20"),
      async (rest, asOf) => {
        const lines = [first, ...rest];
        const written = lines.map(({ customer, day, amount, order, margin }) =>
          [customer, day, amount, order, margin].join(),
        );
        const table = ordersOf(["customer,ordered_at,total,order_no,margin", ...written].join("\n"));
        const { customers, notes } = await rfm(table, {
          ...{ customer: "customer", date: "ordered_at", amount: "total", value: "margin", asOf },
          ...(byOrder && { order: "order_no" }),
        });
        const found = Array.from({ length: customers.rows }, (_, row) =>
          customers.columns.map((column) => {
            if (column.type === "text") return column.categories[column.codes[row]!];
            if (column.type !== "numeric") return column.type;
            return Number.isNaN(column.values[row]!) ? null : column.values[row]! + 0;
          }),
        );
        expect(found).toEqual(known(lines, asOf, byOrder));
        expect(notes.customers).toBe(found.length);
        expect(notes.orders).toBe(found.reduce((sum, [, , frequency]) => sum + Number(frequency), 0));
      },
    ),
    { seed: 4, numRuns: 150 },
  );
});
