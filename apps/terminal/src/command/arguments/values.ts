import type { Dialect, Edit, Missing, Scale } from "@kentro/segments";
import { InvalidArgumentError } from "commander";
import { columnNamesIn } from "./column-names.ts";

/** Whether escape codes for color are sent: where the stream is a terminal that takes them, always, or never. */
export type ColorChoice = "auto" | "always" | "never";

export const COLOR_CHOICES: readonly ColorChoice[] = ["auto", "always", "never"];
export const SCALES: readonly Scale[] = ["standard", "minmax", "robust", "none"];
export const DIALECTS: readonly Dialect[] = ["duckdb", "postgres", "bigquery", "clickhouse"];
const MISSING: readonly Missing[] = ["drop", "median", "category"];

/** A parser of whole numbers from `least` up to `most`, written in plain digits. */
export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
      throw new InvalidArgumentError(`Expected a whole number ${range}.`);
    }
    return value;
  };
}

/** `auto`, or a number of segments of at least 1. */
export function numberOfSegments(text: string): number | "auto" {
  if (text === "auto") return text;
  if (!/^0*[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Expected a whole number of at least 1, or "auto".');
  return Number(text);
}

/** Column names from a list with commas, or `all`. Spaces around a name are not part of it; one in double quotes may hold commas. */
export function featureList(text: string): readonly string[] | "all" {
  return text.trim() === "all" ? "all" : columnNames(text);
}

/** Adds column names from a list with commas to those before it. */
export function columnList(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...columnNames(text)];
}

function columnNames(text: string): readonly string[] {
  const names = columnNamesIn(text);
  if (names.includes("")) {
    throw new InvalidArgumentError("Expected column names with one comma between two of them.");
  }
  return names;
}

/** Adds one column name, exactly as written, to those before it. */
export function oneFeature(name: string, before: readonly string[] = []): readonly string[] {
  if (name === "") throw new InvalidArgumentError("Expected a column name.");
  return [...before, name];
}

/** Two quantiles with a comma, or one that is cut off at both ends: `1%` is `1%,99%`. */
export function quantiles(text: string): readonly [number, number] {
  const [low, high, ...more] = text.split(",").map(shareOf);
  const upper = high ?? (low === undefined ? undefined : 1 - low);
  if (low === undefined || upper === undefined || more.length > 0 || !(low < upper)) {
    throw new InvalidArgumentError('Expected a share such as 1%, or two with a comma such as 1%,99% or "0.01,0.99".');
  }
  return [low, upper];
}

/** A share of more than nothing and less than all: `10%` or `0.1`. */
export function part(text: string): number {
  const share = shareOf(text);
  if (!(share > 0 && share < 1)) throw new InvalidArgumentError("Expected a share such as 10% or 0.1.");
  return share;
}

function shareOf(text: string): number {
  const [, digits = "", percent] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)\s*$/.exec(text) ?? [];
  const share = digits === "" ? Number.NaN : Number(digits) / (percent === "%" ? 100 : 1);
  return share >= 0 && share <= 1 ? share : Number.NaN;
}

/** Adds what is done about missing values to what was said before. */
export function missingRules(text: string, before: readonly Missing[] = []): readonly Missing[] {
  const rules = text.split(",").map((name) => MISSING.find((rule) => rule === name.trim()));
  const known = rules.filter((rule) => rule !== undefined);
  if (known.length < rules.length) throw new InvalidArgumentError(`Allowed choices are ${MISSING.join(", ")}.`);
  return [...before, ...known];
}

/** Adds `column=weight` to the weights before it; the name may stand in double quotes, as in a list. */
export function weight(text: string, before: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> {
  const at = text.lastIndexOf("=");
  const [named, number] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  const quoted = named.startsWith('"') ? columnNamesIn(named) : [];
  const name = quoted.length === 1 ? quoted[0]! : named;
  const value = /^(\d+(\.\d+)?|\.\d+)$/.test(number) ? Number(number) : 0;
  if (name === "" || !(value > 0 && value <= 1e6)) {
    throw new InvalidArgumentError("Expected a column and a positive number, as in income=2.");
  }
  // Without prototype: a column may have any name.
  return Object.assign(Object.create(null), before, { [name]: value });
}

/** Adds what is done to segments by hand to what was done before: `merge B,D`, `split A`, `rename A=Name` or `note A=Text`. */
export function oneEdit(text: string, before: readonly Edit[] = []): readonly Edit[] {
  const [, verb = "", rest = ""] = /^\s*(\w+)\s+(.*)$/s.exec(text) ?? [];
  const edit = editOf(verb, rest);
  if (edit === null) {
    throw new InvalidArgumentError(
      'Expected "merge B,D", "split A", "rename A=Best spenders" or "note A=Call in May".',
    );
  }
  return [...before, edit];
}

function editOf(verb: string, rest: string): Edit | null {
  if (verb === "merge") {
    const [one, other, ...more] = rest.split(",").map(letterOf);
    return one && other && more.length === 0 ? { type: verb, segments: [one, other] } : null;
  }
  const at = verb === "split" ? rest.length : rest.indexOf("=");
  const segment = letterOf(rest.slice(0, Math.max(at, 0)));
  if (segment === null) return null;
  // What is said stands as it is: a name may begin with a space, and have an equals sign in it.
  const said = rest.slice(at + 1);
  if (verb === "split") return { type: verb, segment };
  if (verb === "note") return { type: verb, segment, note: said };
  return verb === "rename" && said.trim() !== "" ? { type: verb, segment, name: said } : null;
}

function letterOf(text: string): string | null {
  const letter = text.trim();
  return /^[a-z]+$/i.test(letter) ? letter.toUpperCase() : null;
}

/** A date as in 2026-03-01. */
export function day(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  // A day that its month has not becomes one of the next.
  if (date === null || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) {
    throw new InvalidArgumentError("Expected a date such as 2026-03-01.");
  }
  return text;
}

/** A path, a column name or a condition: anything but nothing. */
export function named(what: string): (text: string) => string {
  return (text) => {
    if (text === "") throw new InvalidArgumentError(`Expected ${what}.`);
    return text;
  };
}
