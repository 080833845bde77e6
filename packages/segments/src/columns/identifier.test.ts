import { describe, expect, test } from "vitest";
import { identifierReason } from "./identifier.ts";

const differing = Float64Array.of(10, 7, 93, 21);
const repeating = Float64Array.of(10, 7, 10, 21);
const differs = "every value differs, it is an identifier";
const isNamed = "its name says that it is an identifier";

describe("an identifier is", () => {
  test.each(["CustomerID", "customer_id", "ID", "id klient", "customerid", "User ID", "uuid"])(
    "whole numbers under the name %s, even where a row is there twice",
    (name) => {
      expect(identifierReason(name, differing)).toBe(differs);
      expect(identifierReason(name, repeating)).toBe(isNamed);
    },
  );

  test.each(["Order Number", "account", "Customer #", "primaryKey", "Phone"])(
    "whole numbers that all differ under the name %s",
    (name) => {
      expect(identifierReason(name, differing)).toBe(differs);
      expect(identifierReason(name, repeating)).toBeNull();
    },
  );

  test.each([
    "zip",
    "ZIP",
    "ZipCode",
    "zip_code",
    "zipcode",
    "Postal",
    "postal code",
    "Postcode",
    "PLZ",
    "customer zip",
  ])("whole numbers under the name %s, a postal code, even where many live there", (name) => {
    expect(identifierReason(name, differing)).toBe("a postal code is no measure");
    expect(identifierReason(name, repeating)).toBe("a postal code is no measure");
  });

  test("a run of ten or more numbers in any order", () => {
    expect(identifierReason("x", Float64Array.of(12, 3, 4, 5, 6, 7, 8, 9, 10, 11))).toBe(differs);
    expect(identifierReason("x", Float64Array.of(12, 3, 4, 5, Number.NaN, 6, 7, 8, 9, 10, 11))).toBe(differs);
  });
});

describe("no identifier is", () => {
  test.each([
    "Number of orders",
    "paid",
    "covid",
    "Code quality",
    "Age",
    "keyboards",
    "Income",
    "total account value",
    "average income per zip",
    "zip files",
    "postal orders",
  ])("the name %s", (name) => expect(identifierReason(name, differing)).toBeNull());

  test("a run shorter than ten, or with a gap, or with a repeat", () => {
    expect(identifierReason("x", Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9))).toBeNull();
    expect(identifierReason("x", Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11))).toBeNull();
    expect(identifierReason("x", Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 8, 10))).toBeNull();
  });

  test("a column with a fraction, or without a number", () => {
    expect(identifierReason("CustomerID", Float64Array.of(1, 2.5))).toBeNull();
    expect(identifierReason("CustomerID", Float64Array.of(Number.NaN))).toBeNull();
  });
});
