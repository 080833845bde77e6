import { exactWords, unitOf } from "../naming/amounts.ts";
import { quoted } from "../quoted.ts";
import { identifier, literal, numeral } from "../sql/dialect.ts";
import type { RuleCondition } from "./rule-card.ts";

/**
 * A rule in words: "income over 70 k$ and spending score under 40". Two thresholds on one column become "between", from
 * the lower to the upper.
 * @param word what a column is called
 */
export function ruleWords(conditions: readonly RuleCondition[], word: (column: string) => string): string {
  const columns = [...new Set(conditions.map(({ column }) => column))];
  const parts = columns.map((column) => {
    const own = conditions.filter((condition) => condition.column === column);
    return `${word(column)} ${limits(own, column)}`;
  });
  const last = parts.pop();
  if (parts.length === 0) return last ?? "";
  // "Between 40 and 70 and under 20" would be hard to read.
  return `${parts.join(", ")}${parts.some((part) => part.includes(" between ")) ? "," : ""} and ${last}`;
}

function limits(conditions: readonly RuleCondition[], column: string): string {
  const unit = unitOf(column);
  const number = (value: number): string => (column.match(YEAR) ? String(value) : exactWords(value));
  const [over, under] = (["over", "under"] as const).map((type) => {
    const found = conditions.find((condition) => condition.type === type);
    return found?.type === type ? number(found.threshold) : undefined;
  });
  if (over !== undefined && under !== undefined) return `between ${over} and ${under}${unit}`;
  if (over !== undefined || under !== undefined)
    return over === undefined ? `under ${under}${unit}` : `over ${over}${unit}`;
  const values = conditions.flatMap((condition) => (condition.type === "is" ? condition.values : []));
  return `is ${values.map((value) => quoted(value).slice(1, -1)).join(" or ")}`;
}

const YEAR = /year|birth|jahr/i;

/** A rule as a condition in standard SQL, with the file's own column names: `"Annual Income (k$)" > 70 AND ...`. */
export function ruleSql(conditions: readonly RuleCondition[]): string {
  return conditions.map(conditionSql).join(" AND ");
}

function conditionSql(condition: RuleCondition): string {
  const name = identifier(condition.column);
  if (condition.type !== "is")
    return `${name} ${condition.type === "over" ? ">" : "<"} ${plainNumeral(condition.threshold)}`;
  const values = condition.values.map((value) => literal(value));
  return values.length === 1 ? `${name} = ${values[0]}` : `${name} IN (${values.join(", ")})`;
}

/** Up to 15 digits a decimal number is the same as a float64 in every database; longer ones need an exponent to be one. */
function plainNumeral(value: number): string {
  return String(value).replace(/\D/g, "").length <= 15 ? String(value) : numeral(value);
}
