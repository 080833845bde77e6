import { literal } from "../duckdb/sql-text.ts";
import { shown } from "../tables-error.ts";
import { type Held, type NamedColumn, refuseUnlike } from "./compared.ts";
import { FUNCTIONS, LIKES, OPERATORS, TYPES } from "./functions.ts";
import { nearest } from "./nearest.ts";
import { badCondition, type Node, node, nodes } from "./syntax-tree.ts";

const COMPARISONS: ReadonlyMap<unknown, string> = new Map([
  ["COMPARE_EQUAL", "="],
  ["COMPARE_NOTEQUAL", "<>"],
  ["COMPARE_LESSTHAN", "<"],
  ["COMPARE_GREATERTHAN", ">"],
  ["COMPARE_LESSTHANOREQUALTO", "<="],
  ["COMPARE_GREATERTHANOREQUALTO", ">="],
  ["COMPARE_DISTINCT_FROM", "IS DISTINCT FROM"],
  ["COMPARE_NOT_DISTINCT_FROM", "IS NOT DISTINCT FROM"],
]);

/** As the parser leaves it where none is named, and as it puts it for EXTRACT. */
const OWN_SCHEMAS: ReadonlySet<unknown> = new Set(["", "main"]);

/** What is refused, in words, by the parser's class. */
const REFUSED: ReadonlyMap<unknown, string> = new Map([
  ["SUBQUERY", "a query of its own"],
  ["WINDOW", "a window function"],
  ["LAMBDA", "a lambda function"],
  ["PARAMETER", "a parameter"],
  ["STAR", "a star"],
  ["COLLATE", "a collation"],
]);

/** The columns of a file that a condition names, by their places. Throws BAD_CONDITION for a name that is none of them. */
export function columnsNamed(tree: Node, names: readonly string[], file: string): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const child of value) visit(child);
    if (typeof value !== "object" || value === null) return;
    const part = node(value);
    if (part.class === "COLUMN_REF") found.add(placeOf(part, names, file));
    else if (part.class !== "LAMBDA" && part.class !== "SUBQUERY")
      for (const child of Object.values(part)) visit(child);
  };
  visit(tree);
  return found;
}

/**
 * The condition as SQL, written anew from its parts: only what is known and allowed comes through. A column in a place
 * that `columnsNamed` found is called v and its place; `holds` says what is in it. Throws BAD_CONDITION and says what is refused.
 */
export function conditionSql(
  tree: Node,
  names: readonly string[],
  file: string,
  holds: (place: number) => Held,
): string {
  const columnOf = (part: Node): NamedColumn | null => {
    if (part.class !== "COLUMN_REF") return null;
    const place = placeOf(part, names, file);
    return { name: names[place], holds: holds(place) };
  };

  const truth = (part: Node): string => {
    const ofText = columnOf(part)?.holds === "text";
    return ofText ? `TRY_CAST(${sql(part)} AS BOOLEAN)` : sql(part);
  };

  /** A part as text: of a column of numbers 5, which DuckDB would write as 5.0. */
  const text = (part: Node): string => {
    const ofNumbers = columnOf(part)?.holds === "numbers";
    return ofNumbers ? `regexp_replace(${sql(part)}::VARCHAR, '[.]0$', '')` : sql(part);
  };

  /** Parts that are compared with each other. */
  const alike = (parts: readonly Node[]): string[] => {
    const columns = parts.map(columnOf);
    refuseUnlike(
      columns.filter((column) => column !== null),
      parts,
    );
    const booleans = parts.some(isBoolean);
    return parts.map((part) => (booleans ? truth(part) : sql(part)));
  };

  const sql = (part: Node): string => {
    const children = nodes(part.children);
    switch (part.class) {
      case "COLUMN_REF":
        return `v${placeOf(part, names, file)}`;
      case "CONSTANT":
        return constantSql(node(part.value));
      case "COMPARISON": {
        const operator = COMPARISONS.get(part.type);
        const [left, right] = alike([node(part.left), node(part.right)]);
        if (operator !== undefined) return `(${left} ${operator} ${right})`;
        break;
      }
      case "BETWEEN": {
        const [input, lower, upper] = alike([node(part.input), node(part.lower), node(part.upper)]);
        return `(${input} BETWEEN ${lower} AND ${upper})`;
      }
      case "CONJUNCTION":
        return `(${children.map(truth).join(part.type === "CONJUNCTION_AND" ? " AND " : " OR ")})`;
      case "CASE": {
        const checks = nodes(part.case_checks).map(
          (check) => `WHEN ${truth(node(check.when_expr))} THEN ${sql(node(check.then_expr))}`,
        );
        return `(CASE ${checks.join(" ")} ELSE ${sql(node(part.else_expr))} END)`;
      }
      case "CAST": {
        const type = node(part.cast_type);
        if (typeof type.id === "string" && TYPES.has(type.id) && type.type_info === null) {
          const child = node(part.child);
          return `TRY_CAST(${type.id === "VARCHAR" ? text(child) : sql(child)} AS ${type.id})`;
        }
        throw badCondition(
          `The condition casts to a type that is not allowed (${shown(String(type.id).toLowerCase())}).`,
        );
      }
      case "OPERATOR":
        return operatorSql(part, children);
      case "FUNCTION":
        return functionSql(part, children);
    }
    const what =
      REFUSED.get(part.class) ?? `something that is not allowed (${shown(String(part.class).toLowerCase())})`;
    throw badCondition(`The condition has ${what}: it may only be about the cells of one row.`);
  };

  const operatorSql = (part: Node, children: readonly Node[]): string => {
    switch (part.type) {
      case "OPERATOR_NOT":
        return `(NOT ${truth(children[0])})`;
      case "OPERATOR_IS_NULL":
        return `(${sql(children[0])} IS NULL)`;
      case "OPERATOR_IS_NOT_NULL":
        return `(${sql(children[0])} IS NOT NULL)`;
      case "OPERATOR_COALESCE":
        return `coalesce(${children.map(sql).join(", ")})`;
      case "COMPARE_IN":
      case "COMPARE_NOT_IN": {
        const [value, ...list] = alike(children);
        return `(${value} ${part.type === "COMPARE_IN" ? "IN" : "NOT IN"} (${list.join(", ")}))`;
      }
    }
    throw badCondition(`The condition has something that is not allowed (${shown(String(part.type).toLowerCase())}).`);
  };

  const functionSql = (part: Node, children: readonly Node[]): string => {
    const name = String(part.function_name).toLowerCase();
    const like = LIKES.get(name);
    if (like !== undefined && children.length === 2) return `(${sql(children[0])} ${like} ${sql(children[1])})`;
    if (part.is_operator === true && OPERATORS.has(name)) {
      const [first, second] = children.map(name === "||" ? text : sql);
      if (second === undefined) return `(${name} ${first})`;
      return name === "/" || name === "%" ? quotient(first, name, second) : `(${first} ${name} ${second})`;
    }
    const plain = OWN_SCHEMAS.has(part.schema) && part.filter === null && part.distinct === false;
    if (name === "replace") refuseGrowth(children);
    if (plain && name === "mod" && children.length === 2) return quotient(sql(children[0]), "%", sql(children[1]));
    if (plain && FUNCTIONS.has(name)) {
      return `"${name}"(${children.map(name === "concat" ? text : sql).join(", ")})`;
    }
    throw badCondition(`The condition uses ${shown(name)}, which is not one of the functions that it may use.`);
  };

  return truth(tree);
}

function placeOf(part: Node, names: readonly string[], file: string): number {
  const name = Array.isArray(part.column_names) ? part.column_names.join(".") : "";
  const place = names.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  if (place >= 0) return place;
  const near = nearest(name, names);
  const hint = near === null ? "." : `: is "${shown(near)}" meant?`;
  throw badCondition(
    `The condition names a column "${shown(name)}", which ${file} does not have (text is put in single quotes)${hint}`,
  );
}

/** Nothing where it is divided by zero: DuckDB would have an infinity, or a NaN that is greater than every number. */
function quotient(dividend: string, operator: "/" | "%", divisor: string): string {
  return `(${dividend} ${operator} nullif(${divisor}, 0))`;
}

/** Refuses a replace by more than is replaced: a few of them, one in the other, would make texts that fill all memory. */
function refuseGrowth(children: readonly Node[]): void {
  const length = (part: Node | undefined): number | null => {
    const { value } = node(part?.value);
    return part?.class === "CONSTANT" && typeof value === "string" ? [...value].length : null;
  };
  const [replaced, by] = [length(children[1]), length(children[2])];
  if (replaced !== null && by !== null && by <= replaced) return;
  throw badCondition(
    "The condition has a replace that may make text longer: its third part must be a text no longer than the second.",
  );
}

function isBoolean(part: Node): boolean {
  const type = part.class === "CAST" ? node(part.cast_type) : node(node(part.value).type);
  return type.id === "BOOLEAN";
}

function constantSql(value: Node): string {
  const type = node(value.type);
  const info = node(type.type_info);
  if (value.is_null === true) return "NULL";
  if (typeof value.value === "string" && type.id === "VARCHAR") return literal(value.value);
  if (typeof value.value === "boolean") return value.value ? "true" : "false";
  if (typeof value.value === "number" && type.id === "DECIMAL") return `${value.value}e-${Number(info.scale)}`;
  if (typeof value.value === "number") return type.id === "DOUBLE" ? `${value.value}::DOUBLE` : String(value.value);
  throw badCondition("The condition has a number that is too large.");
}
