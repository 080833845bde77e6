/** What of a customer is looked at: a column of the table by its index, or where the customer stands. */
export type Subject = number | "row" | "segment" | "second" | "distance" | "margin";

/** How a value stands to a range of numbers: `=` within it, `!=` not so (also where there is no value), `<` before it. */
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** Something that holds for a customer or not. */
export type Test =
  /** A number, date (in days), distance or row (from 1) against `from` to `to`, both included. No value: only `!=` holds. */
  | {
      readonly kind: "number";
      readonly of: Exclude<Subject, "segment" | "second">;
      readonly comparison: Comparison;
      readonly from: number;
      readonly to: number;
    }
  /** A cell whose text is this, or has it as a part, letter case aside; with `holds` false, all others. `text` is in small letters. */
  | {
      readonly kind: "text";
      readonly of: number;
      readonly relation: "is" | "has";
      readonly text: string;
      readonly holds: boolean;
    }
  /** One of these segments, -1 for none; with `holds` false, any other. */
  | {
      readonly kind: "segment";
      readonly of: "segment" | "second";
      readonly segments: readonly number[];
      readonly holds: boolean;
    }
  /** A cell that is empty, with `holds` false one that is not. */
  | { readonly kind: "empty"; readonly of: number; readonly holds: boolean };

/** What customers are sorted by. What has no value comes last either way, and ties keep the order of the file. */
export interface Sorting {
  readonly by: Subject;
  readonly descending: boolean;
}

/** Which customers, and in which order. */
export interface Query {
  /** Any cell has it as a part, letter case aside; "" is all customers. */
  readonly search: string;
  /** All of them hold. */
  readonly tests: readonly Test[];
  /** Null: as in the file. */
  readonly sorting: Sorting | null;
}

/** Whether it must be known how customers are placed among the segments to answer. */
export function asksForPlaces({ tests, sorting }: Query): boolean {
  const subjects = [...tests.map(({ of }) => of), sorting?.by];
  return subjects.some((subject) => subject === "second" || subject === "distance" || subject === "margin");
}
