import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featureWords, measureWords } from "./words.ts";

test.each([
  ["Annual Income (k$)", "income"],
  ["Spending Score (1-100)", "spending"],
  ["Age", "age"],
  ["num_web_visits", "web visits"],
  ["NumStorePurchases", "store purchases"],
  ["number of orders", "orders"],
  ["total_spend_usd", "spend"],
  ["MntWines", "wines"],
  ["Basket value [EUR]", "basket value"],
  ["revenue, EUR", "revenue"],
  ["HTTPRequests", "http requests"],
  ["Score", "score"],
  ["(k$)", "(k$)"],
  ["Größe", "größe"],
  ["recency_days", "recency"],
  ["frequency", "orders"],
  ["monetary_mean", "spending per order"],
  ["monetary_total", "spending"],
])("%s is called %s", (column, word) => {
  expect(featureWords([column])).toEqual([word]);
});

test("where numbers are told, words say what they are", () => {
  expect(measureWords(["Annual Income (k$)", "Spending Score (1-100)", "Trust index"])).toEqual([
    "income",
    "spending score",
    "trust index",
  ]);
  expect(measureWords(["recency_days", "tenure_days"])).toEqual(["time since the last order", "time as a customer"]);
});

describe("where two words would be alike", () => {
  test("each takes as much more of its name as tells them apart", () => {
    expect(featureWords(["Annual Income", "Monthly Income", "Age"])).toEqual([
      "annual income",
      "monthly income",
      "age",
    ]);
    expect(featureWords(["Income (k$)", "Income (k€)"])).toEqual(["income (k$)", "income (k€)"]);
    expect(featureWords(["age", "Age"])).toEqual(["age", "Age"]);
  });

  test("and nothing does, each takes its number", () => {
    const word = "x".repeat(50);
    const cut = `${"x".repeat(39)}…`;
    expect(featureWords([`${word}a`, `${word}b`])).toEqual([`${cut} #1`, `${cut} #2`]);
  });
});

test("a name of invisible characters alone is called by its place", () => {
  expect(featureWords(["Age", "\u200b\u202e", ""])).toEqual(["age", "column 2", "column 3"]);
});

test("words are visible, never empty, and no two are alike", () => {
  const name = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("Age", "age", "AGE", "Age (y)", "Age #1", ""));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), (columns) => {
      const words = featureWords(columns);
      expect(new Set(words).size).toBe(columns.length);
      for (const word of words) expect(word).toMatch(/^(?!\s)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u);
    }),
    { seed: 2, numRuns: 500 },
  );
});
