import { expect, test } from "vitest";
import { isMoney, type Role, roleOf } from "./roles.ts";

const known: readonly (readonly [string, Role | null])[] = [
  ["Spending Score (1-100)", "spending"],
  ["total_spend_usd", "spending"],
  ["Total Spent", "spending"],
  ["monetary_total", "spending"],
  ["revenue, EUR", "spending"],
  ["Jahresumsatz", "spending"],
  ["Umsatz", "spending"],
  ["Sales", "spending"],
  ["purchase_amount", "spending"],
  ["CLV", "spending"],
  ["monetary_mean", "basket"],
  ["Average order value", "basket"],
  ["avgSpend", "basket"],
  ["Annual Income (k$)", "income"],
  ["Einkommen", "income"],
  ["Age", "age"],
  ["age in years", "age"],
  ["recency_days", "recency"],
  ["DaysSinceLastPurchase", "recency"],
  ["frequency", "frequency"],
  ["num_orders", "frequency"],
  ["Number of Purchases", "frequency"],
  ["NumWebVisits", "frequency"],
  ["tenure_days", "tenure"],
  ["Account age", "tenure"],
  ["months as a customer", "tenure"],
  ["Gender", "gender"],
  ["is_female", "gender"],
  ["Credit limit", null],
  ["loan_amount", null],
  ["Advertising spend", null],
  ["average temperature", null],
  ["sepal length (cm)", null],
  ["package", null],
  ["percentage", null],
  ["", null],
];

test.each(known)("a column %j is known as %s", (column, role) => {
  expect(roleOf(column)).toBe(role);
});

test.each([
  ["Total Spent", true],
  ["monetary_total", true],
  ["Spending Score (1-100)", false],
  ["share of revenue", false],
  ["Average order value", false],
  ["Annual Income (k$)", false],
])("whether %j is money that a customer spent: %s", (column, money) => {
  expect(isMoney(column)).toBe(money);
});
