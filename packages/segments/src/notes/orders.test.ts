import { describe, expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { tableOf } from "../testing/table.ts";
import { repeatedCustomers } from "./orders.ts";

const found = (name: string, customers: number, rows: number) => {
  const { columns } = tableOf({ [name]: Array.from({ length: rows }, (_, row) => `C${row % customers}`) });
  return repeatedCustomers(rows, columns, new Pace());
};

describe("customers with several rows", () => {
  test.each(["customer_id", "CustomerID", "Customer", "Kundennr", "kunden-nummer", "user id", "clientNo."])(
    "are found by the column %s",
    async (name) => {
      expect(await found(name, 50, 200)).toEqual({ column: name, customers: 50 });
    },
  );

  test.each(["customer type", "user_rating", "order_id", "custom", "membership"])(
    "are not those of the column %s",
    async (name) => {
      expect(await found(name, 50, 200)).toBeNull();
    },
  );

  test("have two rows or more: a few who are there twice make no table of orders", async () => {
    expect(await found("customer", 100, 200)).not.toBeNull();
    expect(await found("customer", 101, 200)).toBeNull();
  });

  test("are more than there are kinds of customers", async () => {
    expect(await found("customer", 19, 200)).toBeNull();
    expect(await found("customer", 20, 200)).not.toBeNull();
  });

  test("are found by numbers too, unless they count", async () => {
    const numbers = Array.from({ length: 90 }, (_, row) => row % 30);
    const { columns } = tableOf({ users: numbers, customer_id: numbers });
    expect(await repeatedCustomers(90, columns, new Pace())).toEqual({ column: "customer_id", customers: 30 });
  });
});
