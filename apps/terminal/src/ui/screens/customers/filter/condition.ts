/** How a condition compares. `~` is "has as a part". */
export const OPERATORS = ["!=", "!~", "<=", ">=", "=", "<", ">", "~"] as const;

export type Operator = (typeof OPERATORS)[number];

/** What can be asked of a customer beside the columns of the file. */
export const PLACES = ["segment", "second", "distance", "margin", "row"] as const;

export type Place = (typeof PLACES)[number];

/** A place among the segments, or a column by its name. */
export type Asked = Place | { readonly column: string };

/** What a customer is to be like: `income>60`. */
export interface Condition {
  readonly of: Asked;
  readonly operator: Operator;
  /** As it is typed; "" stands for an empty cell. */
  readonly value: string;
}

/** What customers are sorted by: `-age`. */
export interface Order {
  readonly of: Asked;
  readonly descending: boolean;
}

/** Whether a word is the name of a place; a column of that name stands in quotes. */
export function isPlace(word: string): word is Place {
  return PLACES.some((place) => place === word);
}

/** A condition as it can be typed. */
export function conditionText({ of, operator, value }: Condition): string {
  return `${askedText(of)}${operator}${PLAIN_VALUE.test(value) ? value : quoted(value)}`;
}

/** Conditions as they can be typed. */
export function filterText(conditions: readonly Condition[]): string {
  return conditions.map(conditionText).join(" ");
}

/** An order as it can be typed. */
export function orderText({ of, descending }: Order): string {
  return `${descending ? "-" : ""}${askedText(of)}`;
}

function askedText(of: Asked): string {
  if (typeof of === "string") return of;
  return PLAIN_NAME.test(of.column) && !isPlace(of.column.toLowerCase()) ? of.column : quoted(of.column);
}

/** Text in quotes, with those inside doubled. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

const PLAIN_VALUE = /^[^\s"=!<>~]+$/;
const PLAIN_NAME = /^[^-\s"=!<>~][^\s"=!<>~]*$/;
