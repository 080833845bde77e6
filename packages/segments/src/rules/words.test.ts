import { expect, test } from "vitest";
import type { RuleCondition } from "./rule-card.ts";
import { ruleSql, ruleWords } from "./words.ts";

const over = (column: string, threshold: number): RuleCondition => ({ column, type: "over", threshold });
const under = (column: string, threshold: number): RuleCondition => ({ column, type: "under", threshold });
const words = (...conditions: RuleCondition[]) => ruleWords(conditions, (column) => column.replace(/ \(.*\)/, ""));

test("conditions are told one after the other, with their units", () => {
  expect(words(over("income (k$)", 70))).toBe("income over 70 k$");
  expect(words(over("income (k$)", 70), under("age", 40))).toBe("income over 70 k$ and age under 40");
  expect(words(over("a", 1), under("b", 2), over("c", 0.5))).toBe("a over 1, b under 2 and c over 0.5");
});

test("two thresholds on one column are a range", () => {
  expect(words(over("age", 30), under("age", 40))).toBe("age between 30 and 40");
  expect(words(over("age", 30), under("age", 40), over("b", 2))).toBe("age between 30 and 40, and b over 2");
});

test("large numbers have their thousands apart, years do not", () => {
  expect(words(over("revenue", 70_000), under("year of birth", 19_850))).toBe(
    "revenue over 70,000 and year of birth under 19850",
  );
});

test("values are told in visible characters, and written to SQL as they are", () => {
  const is: RuleCondition = { column: 'To"wn', type: "is", values: ["Bonn", "O'Fall\u001bon"] };
  expect(words(is)).toBe(`To"wn is Bonn or O'Fall<U+001B>on`);
  expect(ruleSql([is])).toBe(`"To""wn" IN ('Bonn', 'O''Fall\u001bon')`);
  expect(ruleSql([{ ...is, values: ["Bonn"] }])).toBe(`"To""wn" = 'Bonn'`);
});

test("thresholds are strict in SQL too, whatever their size", () => {
  expect(ruleSql([over("a b", -1e-7), under("c", 1e21)])).toBe('"a b" > -1e-7 AND "c" < 1e+21');
});

test("a threshold of more than 15 digits has an exponent, so that no database takes it for a decimal number", () => {
  expect(ruleSql([over("a", 0.30000000000000004)])).toBe('"a" > 0.30000000000000004e0');
  expect(ruleSql([over("a", 0.3)])).toBe('"a" > 0.3');
});
