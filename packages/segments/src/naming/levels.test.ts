import { expect, test } from "vitest";
import { coarseLevel, fineLevel, isWeak, phrase } from "./levels.ts";

test("half a standard deviation apart is high or low", () => {
  expect([-2, -0.5, -0.49, 0, 0.49, 0.5, 2].map(coarseLevel)).toEqual([
    "low",
    "low",
    "average",
    "average",
    "average",
    "high",
    "high",
  ]);
});

test("finer levels begin at 0.2, 0.5 and 1.5 on either side", () => {
  expect([0.19, 0.2, 0.5, 1.5].map(fineLevel)).toEqual(["average", "slightly high", "high", "very high"]);
  expect([-0.19, -0.2, -0.5, -1.5].map(fineLevel)).toEqual(["average", "slightly low", "low", "very low"]);
});

test("average and slight levels are weak", () => {
  expect((["average", "slightly low", "slightly high", "low", "high", "very high"] as const).map(isWeak)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("a phrase is what people say: high income, older, few visits", () => {
  expect([phrase("high", "income"), phrase("very low", "spending"), phrase("average", "income")]).toEqual([
    "high income",
    "very low spending",
    "average income",
  ]);
  expect([phrase("low", "age"), phrase("very high", "age"), phrase("average", "age")]).toEqual([
    "younger",
    "much older",
    "average age",
  ]);
  expect([phrase("low", "web visits"), phrase("slightly high", "orders"), phrase("average", "calls")]).toEqual([
    "few web visits",
    "slightly more orders",
    "average calls",
  ]);
});

test("customers are not of high recency or tenure, but long inactive and long with us", () => {
  expect([phrase("high", "recency"), phrase("very low", "recency")]).toEqual(["long inactive", "active very lately"]);
  expect([phrase("high", "tenure"), phrase("low", "tenure")]).toEqual(["long with us", "new"]);
});

test("a column may be called as what every object has", () => {
  expect(phrase("high", "constructor")).toBe("high constructor");
  expect(phrase("low", "__proto__")).toBe("low __proto__");
});

test("what may be an amount of money is not counted", () => {
  expect([phrase("high", "purchases"), phrase("low", "sales"), phrase("low", "orders value")]).toEqual([
    "high purchases",
    "low sales",
    "low orders value",
  ]);
});

test("a column may be called what every object has", () => {
  expect(["constructor", "__proto__", "toString"].map((word) => phrase("high", word))).toEqual([
    "high constructor",
    "high __proto__",
    "high toString",
  ]);
});
