import type { Column } from "@kentro/segments";
import type { Opened, State } from "../../state/state.ts";
import type { ColumnFacts, Result, Settings } from "../../work/protocol.ts";

/** What a run does with a column. */
export interface Treatment {
  readonly use: "number" | "category" | "left";
  readonly log: boolean;
  readonly weight: number;
}

/** A column of the table, and what is known of it. */
export interface Described {
  readonly column: Column;
  readonly facts: ColumnFacts;
}

/** The column under the cursor. */
export function columnUnderCursor({ opened, data }: State): Described | null {
  return opened === null ? null : (describedColumn(opened, data.column) ?? null);
}

/** A column by its index. */
export function describedColumn({ table, facts }: Opened, index: number): Described | undefined {
  const column = table.columns[index];
  const known = facts[index];
  return column === undefined || known === undefined ? undefined : { column, facts: known };
}

/** The numbers that the next run takes: none where the default found none, null while they are not known yet. */
export function numbersAsked(state: State): readonly string[] | null {
  const { settings, failure } = state;
  if (settings.features !== "default") return settings.features;
  return defaultNumbers(state) ?? (failure === null ? null : []);
}

/** The numbers that the default takes, as a run by it has shown; null where none has. */
export function defaultNumbers({ result, runs }: State): readonly string[] | null {
  const shown = [...(result === null ? [] : [result]), ...runs].find(({ settings }) => settings.features === "default");
  return shown === undefined ? null : numbersOf(shown);
}

function numbersOf({ segmentation, settings }: Result): readonly string[] {
  return segmentation.features.filter((name) => !settings.categorical.includes(name));
}

/** What the next run does with a column. */
export function treatmentAsked(state: State, name: string): Treatment {
  return treatment(numbersAsked(state) ?? [], state.settings, name);
}

/** What was done with a column for the result that is shown. */
export function treatmentShown(result: Result, name: string): Treatment {
  return treatment(numbersOf(result), result.settings, name);
}

function treatment(numbers: readonly string[], { categorical, log, weights }: Settings, name: string): Treatment {
  const use = categorical.includes(name) ? "category" : numbers.includes(name) ? "number" : "left";
  const weight = use !== "left" && Object.hasOwn(weights, name) ? weights[name]! : 1;
  return { use, log: use === "number" && log.includes(name), weight };
}
