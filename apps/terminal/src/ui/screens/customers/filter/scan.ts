import { OPERATORS, type Operator } from "./condition.ts";

/** What is wrong with what was typed, and before which of its characters. */
export interface Fault {
  readonly fault: string;
  readonly at: number;
}

/** A name as it was typed. */
export interface Name {
  readonly text: string;
  /** In quotes it is a column's, whatever else it may mean. */
  readonly isQuoted: boolean;
  readonly at: number;
}

/** A condition as it was typed. */
export interface Scanned {
  readonly name: Name;
  readonly operator: Operator;
  readonly value: string;
  readonly valueAt: number;
}

/**
 * The conditions in a line: names up to an operator, spaces within them allowed, values up to the next space or in
 * quotes. A quote within quotes is doubled.
 */
export function scan(characters: readonly string[]): readonly Scanned[] | Fault {
  const scanned: Scanned[] = [];
  let at = afterSpaces(characters, 0);
  while (at < characters.length) {
    const name = nameAt(characters, at, operatorAt);
    if ("fault" in name) return name;
    const operator = operatorAt(characters, name.end);
    if (operator === null) return noOperator(name, scanned.at(-1));
    // Who programs may double it.
    const doubled = operator === "=" && characters[name.end + 1] === "=" ? 1 : 0;
    const valueAt = afterSpaces(characters, name.end + operator.length + doubled);
    if (valueAt === characters.length) {
      return { fault: `Say what after ${operator}: "" stands for an empty cell.`, at: valueAt };
    }
    const value = characters[valueAt] === '"' ? inQuotes(characters, valueAt) : word(characters, valueAt);
    if ("fault" in value) return value;
    scanned.push({ name, operator, value: value.text, valueAt });
    at = afterSpaces(characters, value.end);
  }
  return scanned;
}

/** The name that fills the rest of a line. */
export function scanName(characters: readonly string[], from: number): Name | Fault {
  const at = afterSpaces(characters, from);
  const name = nameAt(characters, at, () => null);
  if ("fault" in name) return name;
  return name.end < characters.length ? { fault: "One name is enough.", at: name.end } : name;
}

interface Piece {
  readonly text: string;
  /** Where what comes after it begins. */
  readonly end: number;
}

function nameAt(
  characters: readonly string[],
  at: number,
  stopsAt: (characters: readonly string[], at: number) => Operator | null,
): (Name & Piece) | Fault {
  if (characters[at] === '"') {
    const piece = inQuotes(characters, at);
    if ("fault" in piece) return piece;
    return { text: piece.text, end: afterSpaces(characters, piece.end), isQuoted: true, at };
  }
  let end = at;
  while (end < characters.length && stopsAt(characters, end) === null) end++;
  return { text: characters.slice(at, end).join("").trim(), end, isQuoted: false, at };
}

function operatorAt(characters: readonly string[], at: number): Operator | null {
  const two = characters.slice(at, at + 2).join("");
  return OPERATORS.find((operator) => two.startsWith(operator)) ?? null;
}

function noOperator({ text, at, isQuoted }: Name, before: Scanned | undefined): Fault {
  const split = before !== undefined && !isQuoted ? " A value with spaces stands in quotes." : "";
  return { fault: `"${text}" is no condition: it wants = != < <= > >= ~ or !~, and a value.${split}`, at };
}

function inQuotes(characters: readonly string[], at: number): Piece | Fault {
  let text = "";
  for (let next = at + 1; next < characters.length; next++) {
    if (characters[next] !== '"') text += characters[next]!;
    else if (characters[next + 1] === '"') {
      text += '"';
      next++;
    } else return { text, end: next + 1 };
  }
  return { fault: "The quote that begins here does not end.", at };
}

function word(characters: readonly string[], at: number): Piece {
  let end = at;
  while (end < characters.length && !isSpace(characters[end]!)) end++;
  return { text: characters.slice(at, end).join(""), end };
}

function afterSpaces(characters: readonly string[], from: number): number {
  let at = from;
  while (at < characters.length && isSpace(characters[at]!)) at++;
  return at;
}

function isSpace(character: string): boolean {
  return /^\s$/.test(character);
}
