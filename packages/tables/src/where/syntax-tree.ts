import type { Connection } from "../duckdb/connection.ts";
import { literal } from "../duckdb/sql-text.ts";
import { shown, TablesError } from "../tables-error.ts";

/** A part of a condition as DuckDB's parser gives it in JSON: of what it holds nothing is taken for granted. */
export interface Node {
  readonly case_checks?: unknown;
  readonly cast_type?: unknown;
  readonly child?: unknown;
  readonly children?: unknown;
  readonly class?: unknown;
  readonly column_names?: unknown;
  readonly cte_map?: unknown;
  readonly distinct?: unknown;
  readonly else_expr?: unknown;
  readonly error?: unknown;
  readonly error_message?: unknown;
  readonly filter?: unknown;
  readonly from_table?: unknown;
  readonly function_name?: unknown;
  readonly group_expressions?: unknown;
  readonly group_sets?: unknown;
  readonly having?: unknown;
  readonly id?: unknown;
  readonly input?: unknown;
  readonly is_null?: unknown;
  readonly is_operator?: unknown;
  readonly left?: unknown;
  readonly lower?: unknown;
  readonly map?: unknown;
  readonly modifiers?: unknown;
  readonly node?: unknown;
  readonly qualify?: unknown;
  readonly right?: unknown;
  readonly sample?: unknown;
  readonly scale?: unknown;
  readonly schema?: unknown;
  readonly statements?: unknown;
  readonly table_name?: unknown;
  readonly then_expr?: unknown;
  readonly type?: unknown;
  readonly type_info?: unknown;
  readonly upper?: unknown;
  readonly value?: unknown;
  readonly when_expr?: unknown;
  readonly where_clause?: unknown;
}

const LONGEST = 10_000;

/** Parses a condition, which is run nowhere. Throws BAD_CONDITION where it is not one expression. */
export async function parseCondition(text: string, connection: Connection): Promise<Node> {
  if (text.trim() === "") throw badCondition("The condition is empty.");
  if (text.length > LONGEST) throw badCondition("The condition is longer than 10,000 characters.");
  if (text.includes("\0")) throw badCondition("The condition holds a NUL character.");
  const parsed = await parsedStatement(`SELECT 1 FROM t WHERE (${text}\n)`, connection);
  if (parsed.error !== false) throw syntaxError(text, String(parsed.error_message ?? ""));
  const statements = nodes(parsed.statements);
  const select = statements.length === 1 ? node(statements[0].node) : {};
  const plain =
    select.type === "SELECT_NODE" &&
    node(select.from_table).table_name === "t" &&
    isEmpty(node(select.cte_map).map) &&
    [select.modifiers, select.group_expressions, select.group_sets, select.having, select.qualify, select.sample].every(
      isEmpty,
    );
  if (!plain) throw badCondition("The condition is more than one expression.");
  return node(select.where_clause);
}

async function parsedStatement(statement: string, connection: Connection): Promise<Node> {
  let json = "{}";
  for await (const chunk of connection.chunks(`SELECT json_serialize_sql(${literal(statement)})::VARCHAR`)) {
    json = chunk.texts(0).text(0);
  }
  try {
    return node(JSON.parse(json));
  } catch {
    throw badCondition("The condition has a number that is too large."); // JSON has no infinity
  }
}

export function badCondition(sentence: string): TablesError {
  return new TablesError("BAD_CONDITION", sentence);
}

/** What is an object; anything else is a part without properties, which no rule takes. */
export function node(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(node) : [];
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function syntaxError(text: string, message: string): TablesError {
  if (/depth limit/.test(message)) return badCondition("The condition is nested too deeply.");
  const near = /at or near "([\s\S]*)"/.exec(message)?.[1] ?? "";
  const where =
    near === "" || !text.includes(near)
      ? "it ends too early or has a bracket or quote too many"
      : `the fault is near ${shown(near)}`;
  return badCondition(
    `The condition cannot be understood: ${where}; names with spaces are put in double quotes, text in single ones.`,
  );
}
